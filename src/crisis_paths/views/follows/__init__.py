"""What readers see of chapters 5 and 6: advice, feedback, summits, and the second article.

What they say is computed in ``follows``.
"""

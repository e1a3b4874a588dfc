"""From a seed to exercises: vignettes, what is asked, and the key.

Nothing here knows a format or a learning system.
"""

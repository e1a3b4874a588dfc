"""What sections 1 to 3 of the article say: the puzzle, the usual path, the rivals.

A module a subject. What readers see of it is in ``views/argument``.
"""

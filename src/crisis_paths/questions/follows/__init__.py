"""Questions on chapters 5 and 6, a module a chapter.

What is right is asked of ``framework`` and ``follows``.
"""

"""Questions on chapters 1 to 3, a module a chapter.

What is right is asked of ``framework`` and ``argument``.
"""

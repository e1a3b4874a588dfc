"""Questions on chapter 7, a module a subject.

What is right is asked of ``qca`` and ``scrutiny``.
"""

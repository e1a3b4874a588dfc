"""Exercises as notebooks for a course, and what is handed in, graded.

The key comes from ``make``.
"""

"""Exercises as notebooks for a course, and what is handed in, graded.

The key comes from ``make`` at the moment of grading. It is in no file of a course, in no notebook
and in no kernel, so that nothing that a student's code does there can read it.
"""

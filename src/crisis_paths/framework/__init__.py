"""Gu Wei's framework: two variables, four actors, and the path that a crisis is predicted to take.

Every outcome in the book is asked of :func:`predict`. Nothing here knows a chapter or a page.
"""

from crisis_paths.framework.prediction import *  # noqa: F403

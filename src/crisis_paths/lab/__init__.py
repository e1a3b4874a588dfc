"""The lab: somebody's own cases, read from a small table, solved, compared and handed on.

Any conditions will do; where they are the framework's two, it predicts each case as well. No view
is imported.
"""

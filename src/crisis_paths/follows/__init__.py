"""What follows: section 5 on small states, and the second article on Central Asia.

A module a subject; no outcome is decided here.
"""

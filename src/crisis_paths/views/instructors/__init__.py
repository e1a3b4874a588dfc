"""What instructors see: questions to practise, and ready links.

It may use every other part; no other part uses it.
"""

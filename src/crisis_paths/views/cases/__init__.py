"""What readers see of chapter 4: a page a crisis, and the cases together.

What is shown is asked of ``cases`` and ``framework``; nothing is decided here.
"""

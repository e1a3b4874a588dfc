"""What a book may set, and what follows from that for Sphinx, the theme and MyST-NB.

Nothing here sees a page or a notebook.
"""

"""What a book may set, and how its notebooks are run.

Nothing here sees a page.
"""

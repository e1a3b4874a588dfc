"""What a notebook's outputs and formulas become: pictures, charts, mathematics.

Nothing here sees a whole page.
"""

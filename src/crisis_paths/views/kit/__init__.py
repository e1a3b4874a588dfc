"""What the parts share: controls, tables, colours, the rules of a step.

Nothing here belongs to one chapter; a part imports from here and from the parts before it.
"""

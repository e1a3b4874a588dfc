"""What readers see: explorers, figures, tables and charts made from the theory.

Nothing here decides an outcome. A view's output carries a form for each place where it is
read: HTML for the published page, widgets or a chart for a live kernel, and plain text.
"""

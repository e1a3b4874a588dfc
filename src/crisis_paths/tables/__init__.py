"""The tables in ``data/`` and tables that people hand in: read, checked, typed, written.

The only place that opens a file. Nothing here knows what a crisis is.
"""

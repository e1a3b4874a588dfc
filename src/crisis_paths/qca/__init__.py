"""Qualitative comparative analysis: truth tables, and every formula that ties for them.

It works on any named conditions and knows no crises.
"""

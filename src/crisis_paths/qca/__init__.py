"""Qualitative comparative analysis: truth tables, and every formula that ties for them.

It works on any named conditions of any cases and knows no subject of its own.
"""

"""The static files that the pages ask for: styles, scripts, the chart library.

What no page asks for is removed here.
"""

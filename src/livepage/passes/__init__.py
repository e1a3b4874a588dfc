"""What each finished page goes through: a row of small functions from page to page.

A module a change; `pages` puts them in a row.
"""

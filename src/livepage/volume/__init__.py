"""The whole book as one document for paper.

It is made from the built pages, so that both say the same.
"""

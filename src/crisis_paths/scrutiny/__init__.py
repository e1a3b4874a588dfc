"""Putting the theory to the test: what hangs on a coding, two readings, the ledger, coders.

Ours throughout, and built on ``qca`` and ``framework``; no view is imported.
"""

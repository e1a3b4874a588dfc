"""What readers see of chapter 7: truth tables, recodings, readings, the ledger, the sheet.

What they say is computed in ``scrutiny`` and ``qca``.
"""

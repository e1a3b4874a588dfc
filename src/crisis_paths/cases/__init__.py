"""What section 4 says of each crisis: its coding, and the evidence for and against.

The codings themselves are in ``data/``; nothing here predicts.
"""

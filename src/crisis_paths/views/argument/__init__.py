"""What readers see of chapters 1 to 3.

Explorers, pictures and tables; what they say is computed in ``argument`` and ``framework``.
"""

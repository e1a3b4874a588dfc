"""Gu Wei's framework of regional crises, as small pure modules.

Start with :mod:`crisis_paths.framework.prediction`: it takes a small or medium state's diplomatic
balance and the regional hegemon's perception of its own controlling capabilities, and
answers with the path that a crisis is predicted to take.

Examples
--------
>>> from crisis_paths.framework.prediction import predict
>>> predict("adjusted", "weak").outcome.value
'unmanageable'
"""

__version__ = "0.1.0"

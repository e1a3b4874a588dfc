"""Exercises for a class: vignettes of states that do not exist, with keys from ``predict``."""

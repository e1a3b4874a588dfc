"""What readers see in the lab: one recoding at a time, vignettes, evidence.

It may use every other part; no other part uses it.
"""

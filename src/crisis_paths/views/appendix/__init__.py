"""What readers see in the appendix: timeline, glossary, codebook, facts, concordance.

It shows whole tables; no other part uses it.
"""

"""Exercises as files: for Moodle, Canvas, Blackboard, GIFT and paper.

A module a format; none draws anything.
"""

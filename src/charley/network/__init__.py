"""Causes: how likely each one is, and what speaks for and against it."""

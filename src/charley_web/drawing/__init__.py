"""Drawings made here: the chain from a person's facts to the cramp, and the body map."""

"""Medicines, illnesses and laboratory values that a text names, and whether they are the person's own."""

"""Frozen values of the knowledge. They know nothing of files, of people, or of each other's users."""

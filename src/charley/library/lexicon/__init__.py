"""The lexicon's files become one compiled value."""

"""Since when: a beginning that no phrase of the lexicon tells."""

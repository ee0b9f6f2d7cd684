"""Where the lexicon's patterns stand in a text, which of them speak, and what they say."""

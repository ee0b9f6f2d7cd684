"""The compiled walk over the lexicon's nets, when a compiler was there at installation."""

"""Text as tokens, the symbols that begin at each, and where its clauses end."""

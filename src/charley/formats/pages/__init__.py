"""Pages of the library: what it holds on one thing, with every source."""

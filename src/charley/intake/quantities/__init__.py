"""Numbers, lengths of time and dates, as people write them."""

"""Numbers and sides that no pattern tells, read by the place where they stand."""

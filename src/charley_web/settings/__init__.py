"""Settings: `local` (the default, one machine, nothing to configure), `production`, and `testing`."""

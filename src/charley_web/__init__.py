"""Charley in a browser: thin Django over the core. The core never imports this package."""

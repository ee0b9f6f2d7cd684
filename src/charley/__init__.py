"""Charley: why do my legs cramp, and what should I do?

Importing this package does nothing and loads nothing beyond itself. The heart is
:func:`charley.assess.assess`; the knowledge comes from :func:`charley.library.load`.
"""

__version__ = "0.15.0"

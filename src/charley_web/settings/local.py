"""One person's own machine: SQLite in the user's data folder, a key made on first start, no account."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from charley_web.settings.base import *  # noqa: F403
from charley_web.settings.base import DATA


def local_key(folder: Path) -> str:
    """The key of this installation, made once and readable by its owner only."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder / "key"
    if not path.exists():
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="ascii") as stream:
            stream.write(secrets.token_urlsafe(64))
    return path.read_text(encoding="ascii").strip()


SECRET_KEY = local_key(DATA)
WHITENOISE_USE_FINDERS = True
STATIC_ROOT = None

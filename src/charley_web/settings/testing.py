"""For tests: a throw-away database, and two made-up languages that show every untranslated string."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

os.environ.setdefault("CHARLEY_DATA", tempfile.mkdtemp(prefix="charley-test-"))

from charley_web.pseudo import PSEUDO, write_empty_catalogues
from charley_web.settings.base import *  # noqa: F403
from charley_web.settings.base import DATA

SECRET_KEY = "only for tests, never for people"
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "testserver"]
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
STATIC_ROOT = None
API_RATE = "100000/m"

LANGUAGES = [("en", "English"), *PSEUDO.items()]
LANGUAGES_BIDI = ["ar"]
LOCALE_PATHS = [write_empty_catalogues(Path(DATA) / "locale")]

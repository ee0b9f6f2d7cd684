"""Behind TLS, for more than one person. The environment gives CHARLEY_SECRET_KEY and CHARLEY_HOSTS."""

from __future__ import annotations

import os

from django.core.exceptions import ImproperlyConfigured

from charley_web.settings.base import *  # noqa: F403
from charley_web.settings.base import DATA


def required(name: str) -> str:
    """A setting that has no safe default."""
    value = os.environ.get(name, "")
    if not value:
        raise ImproperlyConfigured(f"Set the environment variable {name}; see docs/web.md.")
    return value


SECRET_KEY = required("CHARLEY_SECRET_KEY")
ALLOWED_HOSTS = [host.strip() for host in required("CHARLEY_HOSTS").split(",")]
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS]

STATIC_ROOT = DATA / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

SECURE_SSL_REDIRECT = True
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-charley"
CSRF_COOKIE_NAME = "__Host-csrf"
NINJA_NUM_PROXIES = int(os.environ.get("CHARLEY_PROXIES", "1"))

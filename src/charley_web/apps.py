"""The Django application."""

from __future__ import annotations

from django.apps import AppConfig


class CharleyWeb(AppConfig):
    """Charley's web pages."""

    name = "charley_web"
    verbose_name = "Charley"

    def ready(self) -> None:
        from django.conf import settings

        from charley_web.pseudo import install

        install(settings.LANGUAGES)

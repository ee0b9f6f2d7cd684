"""Starts the pages under gunicorn: the database is made, the library is loaded once, then shared."""

from __future__ import annotations

import argparse
import gc
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

PACKAGE = Path(__file__).resolve().parent
WORKERS = 2
THREADS = 4
GRACE = 20
"""Seconds that running requests get to finish when the server is stopped."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve until told to stop."""
    parser = argparse.ArgumentParser(prog="charley_web", description="Charley in a browser.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--workers", type=int, default=WORKERS)
    parser.add_argument(
        "--settings", default=os.environ.get("DJANGO_SETTINGS_MODULE", "charley_web.settings.local")
    )
    given = parser.parse_args(arguments)
    os.environ["DJANGO_SETTINGS_MODULE"] = given.settings
    prepare()
    _serve(given.host, given.port, given.workers)
    return 0


def prepare() -> None:
    """The database in its newest form, static files in their place, old visits gone, the library warm."""
    import django
    from django.conf import settings
    from django.core.management import call_command

    settings.DATA.mkdir(parents=True, exist_ok=True, mode=0o700)
    django.setup()
    call_command("migrate", verbosity=0, interactive=False)
    call_command("clearsessions")
    if settings.STATIC_ROOT:
        call_command("collectstatic", verbosity=0, interactive=False)
    from django.db import connections
    from django.template.loader import get_template

    from charley_web.keeping import forget_old
    from charley_web.reads import warm

    forget_old()
    warm()
    _warm_advice()
    for path in (PACKAGE / "templates").rglob("*.html"):
        get_template(str(path.relative_to(PACKAGE / "templates")))
    connections.close_all()  # each worker opens its own
    gc.collect()
    gc.freeze()  # the library lives as long as the server: no collection needs to walk through it


def _warm_advice() -> None:
    """Read the shelves of advice once, so that no visitor waits for them."""
    from charley.advice.claims import finder
    from charley.advice.food import load_foods
    from charley_web import reads
    from charley_web.relief import cramp_help
    from charley_web.views.plan import plan_of
    from charley_web.visit import Visit

    finder().find("stretching")
    load_foods()
    cramp_help()
    reads.history_of({"text": "My calf cramps at night."})
    plan_of(Visit(told={"age": 50, "findings": {"cramp_timing": "at night in bed"}}))
    reads.forget()


def _serve(host: str, port: int, workers: int) -> None:
    from gunicorn.app.base import BaseApplication

    class Server(BaseApplication):  # type: ignore[misc]
        """gunicorn without a settings file."""

        def load_config(self) -> None:
            for key, value in options(host, port, workers).items():
                self.cfg.set(key, value)

        def load(self) -> Any:
            from charley_web.wsgi import application

            return application

    print(f"Charley is at http://{host}:{port}  (stop with Ctrl-C)", flush=True)
    Server().run()


def options(host: str, port: int, workers: int) -> dict[str, Any]:
    """gunicorn's options: no access log (an address is personal), bounded requests, a graceful stop."""
    return {
        "bind": f"{host}:{port}",
        "workers": workers,
        "threads": THREADS,
        "worker_class": "gthread",
        "preload_app": True,
        "graceful_timeout": GRACE,
        "timeout": 60,
        "keepalive": 5,
        "max_requests": 20_000,
        "max_requests_jitter": 2_000,
        "limit_request_line": 2_000,
        "limit_request_fields": 60,
        "accesslog": None,
        "errorlog": "-",
        "loglevel": "warning",
        "worker_tmp_dir": "/dev/shm" if os.path.isdir("/dev/shm") else None,  # noqa: PTH112
    }

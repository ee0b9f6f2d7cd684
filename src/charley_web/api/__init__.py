"""The API: the same contract as `charley assess`, over HTTP."""

from charley_web.api.routes import api

__all__ = ["api"]

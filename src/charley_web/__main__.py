"""`python -m charley_web`: makes the database, then serves on http://127.0.0.1:8000."""

from __future__ import annotations

from charley_web.serving import main

if __name__ == "__main__":
    raise SystemExit(main())

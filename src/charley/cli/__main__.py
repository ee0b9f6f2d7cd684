"""`python -m charley.cli`."""

from charley.cli import main

raise SystemExit(main())

"""`python -m charley`."""

from charley.cli import main

raise SystemExit(main())

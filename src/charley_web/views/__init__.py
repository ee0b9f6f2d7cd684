"""Views: each reads, calls, and answers."""

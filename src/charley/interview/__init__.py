"""The interview: which page to show next, worked out anew from all answers, whatever shows it."""

from charley.interview.pages import Page, next_page, opening_page

__all__ = ["Page", "next_page", "opening_page"]

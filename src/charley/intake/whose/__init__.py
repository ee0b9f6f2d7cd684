"""Whose body a text tells of: the writer, somebody the writer looks after, or somebody who only stands by."""

"""Drawings of a simple jointed figure as accessible SVG, made from the joint angles of a pose."""

from charley.advice.drawing.body import Body, UnreachableError, solve
from charley.advice.drawing.svg import draw

__all__ = ["Body", "UnreachableError", "draw", "solve"]

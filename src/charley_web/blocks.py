"""Titled sections of plain lines, as the core's formats make them, turned into parts that a page can show."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from charley.formats.sections import Section


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a list with its details."""

    text: str
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """Either paragraphs or a list."""

    paragraphs: tuple[str, ...] = ()
    items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A titled part of a page; `key` names it in addresses within the page."""

    key: str
    title: str
    blocks: tuple[Block, ...]


def parts_of(sections: Iterable[Section], name: str = "part") -> tuple[Part, ...]:
    """The sections as parts, numbered in their order; `name` keeps two lists on one page apart."""
    return tuple(Part(f"{name}-{n}", s.title, _blocks(s.lines)) for n, s in enumerate(sections, start=1))


def _blocks(lines: Iterable[str]) -> tuple[Block, ...]:
    """Lines that begin with "- " are entries, with "  " details of the entry above, all others paragraphs."""
    blocks: list[Block] = []
    for line in lines:
        last = blocks[-1] if blocks else Block()
        if line.startswith("- "):
            items = (*last.items, Item(line[2:]))
            blocks[-1:] = [Block(items=items)] if last.items else [*blocks[-1:], Block(items=items)]
        elif line.startswith("  ") and last.items:
            entry = Item(last.items[-1].text, (*last.items[-1].details, line.strip()))
            blocks[-1] = Block(items=(*last.items[:-1], entry))
        elif last.paragraphs:
            blocks[-1] = Block(paragraphs=(*last.paragraphs, line.strip()))
        else:
            blocks.append(Block(paragraphs=(line.strip(),)))
    return tuple(blocks)

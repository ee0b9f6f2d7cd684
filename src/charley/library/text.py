"""YAML as text with places: every scalar stays text, every value keeps its line."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import zip_longest
from pathlib import Path as FilePath
from typing import Any, TypeAlias

import yaml

from charley.errors import Fault

Path: TypeAlias = tuple[str | int, ...]

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
LOOK = "Look at this line and the one before it."
FORMS = ("all", "any", "not", "of", "score", "lab", "finding")
_NULL = "tag:yaml.org,2002:null"


@dataclass(slots=True)
class Document:
    """One knowledge file as plain data, with the line of every value and the faults of its form."""

    name: str
    data: Any = None
    lines: dict[Path, int] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def known(self, path: Path) -> Path:
        """`path` without the parts that are no key of the file, such as the name of a form.

        A form of condition is called like a key that it holds: in (when, finding, is) `finding` is the form.
        """
        known: Path = ()
        for part, follower in zip_longest(path, path[1:]):
            deeper = (*known, part)
            beside = (*deeper, follower) not in self.lines and (*known, follower) in self.lines
            if deeper in self.lines and not (part in FORMS and beside):
                known = deeper
        return known

    def line(self, path: Path) -> int:
        """Line of the deepest known part of `path`."""
        return self.lines.get(self.known(path), 1)

    def fault(self, path: Path, problem: str, mend: str = "") -> Fault:
        """A fault at the place of `path` in this file."""
        return Fault(f"{self.name}:{self.line(path)}", problem, mend)


def read_document(file: FilePath, name: str) -> Document:
    """Read one file. Broken YAML, repeated keys and anchors become faults, never exceptions."""
    document = Document(name)
    try:
        text = file.read_text(encoding="utf-8")
        if "&" in text and _has_anchors(text, document):
            return document
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        document.faults.append(Fault(f"{name}:{line}", f"not readable as YAML: {error.problem}", LOOK))
        return document
    except (UnicodeDecodeError, yaml.YAMLError) as error:
        reason = " ".join(str(error).split())
        document.faults.append(
            Fault(f"{name}:1", f"not readable as YAML: {reason}", "Save it as UTF-8 text.")
        )
        return document
    if node is None or node.tag == _NULL:
        document.faults.append(Fault(f"{name}:1", "the file is empty", "Write it or delete it."))
        return document
    document.data = _plain(node, (), document)
    return document


def _has_anchors(text: str, document: Document) -> bool:
    """An anchor makes copies that stand nowhere in the file, so a copy would have no line of its own."""
    for event in yaml.parse(text, Loader=_Loader):
        anchor = getattr(event, "anchor", None)
        if anchor and not isinstance(event, yaml.AliasEvent):
            line = event.start_mark.line + 1 if event.start_mark else 1
            problem = f"the anchor '&{anchor}' makes copies that nobody sees"
            document.faults.append(Fault(f"{document.name}:{line}", problem, "Write each of them out."))
    return bool(document.faults)


def _plain(node: yaml.Node, path: Path, document: Document) -> Any:
    document.lines[path] = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, path, document)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(child, (*path, index), document) for index, child in enumerate(node.value)]
    if node.tag == _NULL:
        document.faults.append(document.fault(path, "here is no value", "Write one, or take the key out."))
        return None
    return str(node.value)


def _mapping(node: yaml.MappingNode, path: Path, document: Document) -> dict[str, Any]:
    result: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = str(key_node.value)
        if key in result:
            problem = f"the key '{key}' stands twice; YAML would silently keep the last"
            line = key_node.start_mark.line + 1
            document.faults.append(Fault(f"{document.name}:{line}", problem, "Keep one of them."))
            continue
        result[key] = _plain(value_node, (*path, key), document)
        document.lines[(*path, key)] = key_node.start_mark.line + 1
    return result

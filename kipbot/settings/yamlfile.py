"""What does a YAML file say, and on which line does each value stand?"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from kipbot.core.errors import KipbotError, WorldFailed
from kipbot.settings.mistakes import Keys, Plain, dotted, tell_mistakes

SomeModel = TypeVar("SomeModel", bound=BaseModel)

MAX_BYTES = 1024 * 1024
MAX_VALUES = 200_000  # aliases are written out before they are counted: a "billion laughs" ends here
MAX_DEPTH = 40


class BadFile(KipbotError):
    """A rules, roster or settings file says something that cannot be; one line for each mistake."""

    exit_code = 3  # a gate must not take it for "not met"

    def __init__(self, *mistakes: str) -> None:
        super().__init__("\n".join(mistakes))
        self.mistakes = mistakes


@dataclass(frozen=True)
class Document:
    """A file's plain values, and where each stands (line and column from 1)."""

    path: str
    value: Plain
    values_at: dict[Keys, tuple[int, int]] = field(default_factory=dict)
    keys_at: dict[Keys, tuple[int, int]] = field(default_factory=dict)

    def place(self, keys: Keys) -> str:
        """ "file:line:col" of a value; of the nearest value around it where it is missing."""
        return self._place(keys, self.values_at)

    def key_place(self, keys: Keys) -> str:
        """ "file:line:col" of the key itself, for a key that ought not to be there."""
        return self._place(keys, self.keys_at if keys in self.keys_at else self.values_at)

    def _place(self, keys: Keys, places: dict[Keys, tuple[int, int]]) -> str:
        while keys and keys not in places:
            keys = keys[:-1]
        line, column = places.get(keys, (1, 1))
        return f"{self.path}:{line}:{column}"


def load(path: Path, *, shown: str | None = None) -> Document:
    """Read one YAML 1.2 file, at most 1 MB; `on` and `NO` stay text, dates stay text, a key may stand only once.

    `shown` is the name that messages give the file. Raises `WorldFailed` where it cannot be read, `BadFile` where it is no YAML.
    """
    name = shown or str(path)
    return parse(read_text(path, name), name)


def parse(text: str, name: str) -> Document:
    """The same for text that is already at hand."""
    try:
        node = YAML(typ="safe", pure=True).compose(text)
        return _Reader(name).read(node)
    except MarkedYAMLError as error:
        raise BadFile(_syntax_mistake(name, error)) from error
    except YAMLError as error:
        raise BadFile(f"{name}:1:1: is not YAML text: {str(error).splitlines()[0]}") from error
    except RecursionError as error:
        raise BadFile(f"{name}:1:1: is nested too deeply (at most {MAX_DEPTH} levels)") from error
    except (ValueError, OverflowError) as error:
        raise BadFile(f"{name}:1:1: holds a number that cannot be read") from error


def validate(document: Document, model: type[SomeModel]) -> SomeModel:
    """The document as a `model`; raises `BadFile` with one line for each mistake, in the order of the file."""
    if document.value is None:
        raise BadFile(f"{document.path}:1:1: is empty")
    try:
        return model.model_validate(document.value)
    except ValidationError as error:
        raise BadFile(*tell_mistakes(document, model, error)) from error


def read_text(path: Path, shown: str | None = None) -> str:
    """The text of a file of at most 1 MB; raises `WorldFailed` where it cannot be read, `BadFile` where it is no UTF-8 text."""
    name = shown or str(path)
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise WorldFailed(f"{name}: there is no such file") from error
    except OSError as error:
        raise WorldFailed(f"{name}: cannot be read: {error.strerror or error}") from error
    if len(content) > MAX_BYTES:
        raise BadFile(f"{name}:1:1: is larger than 1 MB; a rules or roster file never is")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise BadFile(f"{name}:{line}:1: is not UTF-8 text") from error


def _syntax_mistake(name: str, error: MarkedYAMLError) -> str:
    mark = error.problem_mark or error.context_mark
    place = f"{mark.line + 1}:{mark.column + 1}" if mark is not None else "1:1"
    what = error.problem or error.context or "is not YAML"
    if str(what).startswith("but "):  # the second half of a sentence
        what = f"{error.context}, {what}"
    return f"{name}:{place}: {' '.join(str(what).split())}"


class _Reader:
    """Turns nodes into plain values and remembers where each stood."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.count = 0
        self.values_at: dict[Keys, tuple[int, int]] = {}
        self.keys_at: dict[Keys, tuple[int, int]] = {}

    def read(self, node: Node | None) -> Document:
        value = None if node is None else self._value(node, ())
        return Document(self.name, value, self.values_at, self.keys_at)

    def _value(self, node: Node, keys: Keys) -> Plain:
        self.count += 1
        if self.count > MAX_VALUES:
            raise BadFile(f"{self._here(node)}: {dotted(keys)}: holds more than {MAX_VALUES} values, counting repeated ones")
        if len(keys) > MAX_DEPTH:
            raise BadFile(f"{self._here(node)}: is nested too deeply (at most {MAX_DEPTH} levels)")
        self.values_at[keys] = (node.start_mark.line + 1, node.start_mark.column + 1)
        match node:
            case MappingNode():
                return self._mapping(node, keys)
            case SequenceNode():
                return [self._value(item, (*keys, place)) for place, item in enumerate(node.value)]
        return _scalar(node)

    def _mapping(self, node: MappingNode, keys: Keys) -> dict[str, Plain]:
        read: dict[str, Plain] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, ScalarNode):
                raise BadFile(f"{self._here(key_node)}: {dotted(keys)}: a key must be plain text")
            key = str(key_node.value)
            if key in read:
                raise BadFile(f"{self._here(key_node)}: {dotted((*keys, key))}: stands here twice")
            self.keys_at[*keys, key] = (key_node.start_mark.line + 1, key_node.start_mark.column + 1)
            read[key] = self._value(value_node, (*keys, key))
        return read

    def _here(self, node: Node) -> str:
        return f"{self.name}:{node.start_mark.line + 1}:{node.start_mark.column + 1}"


def _scalar(node: Node) -> Plain:
    kind, text = str(node.tag).rpartition(":")[2], str(node.value)
    if kind == "null":
        return None
    if kind == "bool":
        return text.casefold() == "true"
    # Only plain decimal numbers are numbers: "1_000", "0x1f" and "1:30" are told as text where a number is wanted.
    if kind == "int" and re.fullmatch(r"[-+]?[0-9]{1,18}", text):
        return int(text)
    if kind == "float" and re.fullmatch(r"[-+]?[0-9]{1,18}\.[0-9]{1,18}", text):
        return float(text)
    return text

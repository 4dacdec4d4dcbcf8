"""How does a text for people come out of its template?"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jinja2 import Environment

MARKUP = (".html.j2", ".xml.j2")


def templates() -> Path:
    """The folder of the templates: beside the package in a source tree, inside it when installed."""
    package = Path(__file__).resolve().parent
    inside = package / "templates"
    return inside if inside.is_dir() else package.parent / "templates"


def render(name: str, values: Mapping[str, Any]) -> str:
    """The text of a template such as "mail/result.txt.j2". A value that the template names and nobody gives is an error."""
    return _environment().get_template(name).render(values)


def escapes(name: str | None) -> bool:
    """Whether values are escaped on their way into a template: always in markup, never in plain text."""
    return name is None or name.endswith(MARKUP)


@cache
def _environment() -> Environment:
    # Only here, and only when a text is wanted: loading jinja2 takes longer than reading a month of mail.
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(templates()),
        autoescape=escapes,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )

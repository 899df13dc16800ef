"""The account as one HTML file that opens anywhere: no script, no other file, no other host."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from jinja2 import Environment, FileSystemLoader, Template

from facilitator.resources import resource_dir
from facilitator.retelling.blocks import Block, Heading


@cache
def _template() -> Template:
    house = Environment(loader=FileSystemLoader(resource_dir("templates")), autoescape=True,
                        trim_blocks=True, lstrip_blocks=True)  # fmt: skip
    return house.get_template("organiser/account.html")


def write(blocks: Sequence[Block]) -> str:
    """The blocks as one page; all words are escaped by the template."""
    title = next((block.text for block in blocks if isinstance(block, Heading)), "")
    named = [(type(block).__name__.lower(), block) for block in blocks]
    return _template().render(title=title, blocks=named)

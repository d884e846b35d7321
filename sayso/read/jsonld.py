"""The schema.org blocks of an HTML page (JSON-LD) -> the one that describes its article."""

import json
from collections.abc import Iterator, Sequence
from html import unescape
from typing import Any

Fields = dict[str, Any]

# Types that describe the article of the page, beside all that end in "article".
ARTICLE_TYPES = {"blogposting", "liveblogposting", "report", "newsreport", "socialmediaposting"}


def article_block(scripts: Sequence[str]) -> Fields:
    """Return the first block that describes an article, its references filled in, or {}.

    `scripts` are the texts of the page's `application/ld+json` elements.
    """
    blocks = [block for script in scripts for block in _blocks(_parse(script))]
    by_id = {
        block["@id"]: block
        for block in blocks
        if isinstance(block.get("@id"), str) and len(block) > 1
    }
    for block in blocks:
        if any(_is_article(kind) for kind in _as_list(block.get("@type"))):
            return {key: _resolved(value, by_id) for key, value in block.items()}
    return {}


def names_in(value: object) -> list[str]:
    """Return the names in a field such as `author`: a string, an object, or a list of them."""
    names = []
    for entry in _as_list(value):
        name = entry.get("name") if isinstance(entry, dict) else entry
        names += [plain(one) for one in _as_list(name) if isinstance(one, str) and one.strip()]
    return names


def text_in(value: object) -> str:
    """Return a field that is a string, without entities and odd spaces, or ""."""
    first = next(iter(_as_list(value)), "")
    return plain(first) if isinstance(first, str) else ""


def plain(text: str) -> str:
    """Return text with HTML entities read and every run of white space as one space."""
    return " ".join(unescape(text).split())


def _parse(script: str) -> object:
    script = script.strip().removeprefix("<![CDATA[").removesuffix("]]>").strip().rstrip(";")
    try:
        return json.loads(script, strict=False)
    except (ValueError, RecursionError):
        return None


def _blocks(data: object) -> Iterator[Fields]:
    """Yield the objects of a parsed script in document order, the outer before the inner."""
    waiting = [data]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            yield value
            waiting += [
                inner for inner in reversed(value.values()) if isinstance(inner, dict | list)
            ]
        elif isinstance(value, list):
            waiting += reversed(value)


def _is_article(kind: object) -> bool:
    name = kind.lower().rpartition("/")[2] if isinstance(kind, str) else ""
    return name.endswith("article") or name in ARTICLE_TYPES


def _resolved(value: object, by_id: dict[str, Fields]) -> object:
    """Return a value with `{"@id": …}` replaced by the block of that id."""
    if isinstance(value, list):
        return [_resolved(entry, by_id) for entry in value]
    if isinstance(value, dict) and set(value) == {"@id"} and isinstance(value["@id"], str):
        return by_id.get(value["@id"], value)
    return value


def _as_list(value: object) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]

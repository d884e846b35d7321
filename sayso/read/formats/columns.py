"""The names of a table's columns -> which of them is what of an article."""

import csv
from collections.abc import Sequence
from functools import cache

from sayso.english.tables import lists
from sayso.errors import ReadError, UsageError

Pairs = Sequence[tuple[str, str]]
Mapped = dict[str, str]  # what of an article -> the name of the column that holds it

DELIMITERS = ",;\t|"
_FIELDS = ("text", "title", "published", "publisher", "byline", "url", "id", "lang")
_SHOWN = 12  # names of columns in a message
_LONGEST = 40  # characters of one there


def check(columns: Pairs) -> None:
    """Raise UsageError where a mapping gives what no article has."""
    for field, _ in columns:
        if field not in _FIELDS:
            raise UsageError(f"no column can be {field!r}: there are {', '.join(_FIELDS)}")
    given = [field for field, _ in columns]
    if twice := next((field for field in given if given.count(field) > 1), ""):
        raise UsageError(f"two columns cannot both be the {twice}")


def names_in(line: str, delimiter: str) -> list[str]:
    """Return the names of columns in the first line of a table."""
    return [name.strip() for name in next(csv.reader([line], delimiter=delimiter), [])]


def mapped(names: Sequence[str], columns: Pairs, source: str) -> Mapped:
    """Return which column is what: as it is given, and the others by names that are plain.

    Raises ReadError of the kind "columns" where a given one is not there, or none holds a text.
    """
    missing = [name for _, name in columns if name not in names]
    shown = ", ".join(repr(name[:_LONGEST]) for name in names[:_SHOWN])
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    if missing:
        message = f"has no column {missing[0]!r}: there are {shown}{more}"
        raise ReadError(source, "columns", message)
    chosen = guessed(names, columns)
    if "text" not in chosen:
        message = f"has no column that is plainly a text: --columns text=NAME, of {shown}{more}"
        raise ReadError(source, "columns", message)
    return chosen


def guessed(names: Sequence[str], columns: Pairs) -> Mapped:
    """Return which of some columns is what of an article.

    A column called as we call it ("text") is it; else the only one of a plain name, if it is one.
    """
    given = {field: name for field, name in columns if name in names}
    free = [name for name in names if name not in given.values()]
    plain: dict[str, list[str]] = {}
    for name in free:
        if field := _plain().get(_bare(name)):
            plain.setdefault(field, []).append(name)
    chosen = {}
    for field, there in plain.items():
        own = [name for name in there if _bare(name) == field]
        one = own if len(own) == 1 else there
        if len(one) == 1:
            chosen[field] = one[0]
    return {**chosen, **given}


@cache
def _plain() -> Mapped:
    return {name: field for field, every in lists("read.toml", "columns").items() for name in every}


def _bare(name: str) -> str:
    """Return a name without what stands between its words: "Published At" and "published_at"."""
    return "".join(c for c in name.casefold() if c.isalnum())

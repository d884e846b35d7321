"""The cells of one row of a table, by what they are of an article -> an Article."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sayso.read.formats.fragments import fragment_paragraphs, is_markup
from sayso.read.jsonl import read_fields
from sayso.records import Article

NO_COLUMN = "tables without a column that is plainly a text (--columns text=NAME reads them)"
_TEXTS = ("text", "title", "publisher", "url", "id", "lang", "published")


def article_of(cells: Mapping[str, Any], source: str) -> Article:
    """Return the article of a row: its text as it stands, but for one in HTML, whose tags go.

    Raises ReadError of kind "empty" where there is no text.
    """
    fields: dict[str, Any] = {name: _plain(value) for name, value in cells.items()}
    if isinstance(names := cells.get("byline"), list):
        fields["byline"] = [str(name) for name in names if name is not None]
    if is_html(fields["text"]):
        fields["text"] = "\n\n".join(fragment_paragraphs(fields["text"], source))
    return read_fields({"text": "", **fields}, source)


def is_html(text: str) -> bool:
    """Tell a text in HTML from one that merely has a sign of it somewhere."""
    return text.lstrip().startswith("<") and is_markup(text)


def _plain(value: Any) -> str:
    """Return a cell as text, days and times as ISO 8601 has them."""
    if value is None:
        return ""
    if isinstance(value, date):  # and whatever has a time of day, too
        return value.isoformat()
    return value if isinstance(value, str) else str(value)

"""The cells of one row of a table, by what they are of an article -> an Article."""

from collections.abc import Mapping, Sequence
from typing import Any

from sayso.read.formats.columns import Mapped, guessed, mapped
from sayso.read.formats.fragments import fragment_paragraphs, is_markup
from sayso.read.formats.opening import How, Opened
from sayso.read.jsonl import Undated, read_fields
from sayso.records import Article

NO_COLUMN = "tables without a column that is plainly a text (--columns text=NAME reads them)"


def columns_of(names: Sequence[str], opened: Opened, how: How) -> Mapped | None:
    """Return which column is what; None, counted, where a table that came along has no text.

    Raises ReadError of kind "columns" where one that was named itself has none.
    """
    columns = how.settings.columns
    if opened.inside and "text" not in guessed(names, columns):
        how.skip(NO_COLUMN)
        return None
    return mapped(names, columns, opened.source)


def article_of(cells: Mapping[str, Any], source: str, undated: Undated) -> Article:
    """Return the article of a row: its text as it stands, but for one in HTML, whose tags go.

    A date that is not understood goes to `undated`. Raises ReadError of kind "empty" where there
    is no text.
    """
    fields: dict[str, Any] = {
        name: "" if value is None else str(value) for name, value in cells.items()
    }
    if isinstance(names := cells.get("byline"), list):
        fields["byline"] = [str(name) for name in names if name is not None]
    if _is_html(fields["text"]):
        fields["text"] = "\n\n".join(fragment_paragraphs(fields["text"], source))
    return read_fields(fields, source, undated)


def _is_html(text: str) -> bool:
    """Tell a text in HTML from one that merely has a sign of it somewhere."""
    return text.lstrip().startswith("<") and is_markup(text)

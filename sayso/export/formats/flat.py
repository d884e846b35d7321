"""A statement -> one flat row, with the same columns in every table that an export writes."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from sayso.export.formats.cleaning import finite
from sayso.exported import Exported, Party, Row
from sayso.linked import AGAINST

Value = str | float | list[str] | None


class Column(NamedTuple):
    """A column: its name, what it holds of a statement, and what it means."""

    name: str
    of: Callable[[Row], Value]
    kind: type  # str, float, or list for several words
    what: str


def _ids(parties: Iterable[Party]) -> list[str]:
    return [each.id for each in parties]


def _names(parties: Iterable[Party]) -> list[str]:
    return [each.name for each in parties]


def _published(row: Row) -> str:
    moment = row.of.article.published
    return (moment.time or moment.start) if moment else ""


def _spans(row: Row) -> list[str]:
    return [f"{span.start}-{span.end}" for span in row.statement.content]


def _places(row: Row) -> list[str]:
    text = row.of.article.text
    return [each.location.name or each.mention.of(text) for each in row.places]


def _geonames(row: Row) -> list[str]:
    numbers = (each.location.geonames for each in row.places)
    return [str(number) for number in numbers if number is not None]


def _denied_by(row: Row) -> list[str]:
    return list(row.denials)


def _answered_by(row: Row) -> list[str]:
    return [f"{a.kind} {a.statement}" for a in row.answers if a.kind not in AGAINST]


def _said_at(row: Row) -> str:
    when = row.provenance.said_at
    return (when.value or when.start or "") if when else ""


def _channel(row: Row) -> str:
    channel = row.provenance.channel
    return channel.of(row.of.article.text) if channel else ""


COLUMNS = (
    Column("statement", lambda r: r.statement.id, str, "its id"),
    Column("speaker", lambda r: _names(r.speakers), list, "who says it, several if jointly"),
    Column("act", lambda r: r.act.name, str, "what it does: asserts, denies, demands, …"),
    Column("content", lambda r: r.words(r.statement.content), str, "what was said"),
    Column("said", lambda r: r.act.said, str, "whether it was: yes, no, if, asked"),
    Column("published", _published, str, "when the article was published"),
    Column("publisher", lambda r: r.of.article.publisher, str, "the outlet"),
    Column("title", lambda r: r.of.article.title, str, "the article's headline"),
    Column("url", lambda r: r.of.article.url, str, "the article's address"),
    Column("denied_by", _denied_by, list, "statements that deny, reject or correct its claim"),
    Column("answered_by", _answered_by, list, "what else bears on its claim, and how"),
    Column("judged", lambda r: list(r.judged), list, "what people decided of it, who and when"),
    Column("polarity", lambda r: r.act.polarity, str, "neg where its claim is put as not so"),
    Column("modality", lambda r: r.act.modality, str, "certain, possible or conditional"),
    Column("condition", lambda r: r.words(r.act.condition), str, "the words of a condition"),
    Column("kind", lambda r: r.statement.kind, str, "direct, indirect or mixed"),
    Column("source", lambda r: r.words(r.statement.source), str, "the words for who says it"),
    Column("cue", lambda r: r.words(r.statement.cue), str, "the reporting words"),
    Column("carriers", lambda r: _names(r.carriers), list, "who passed it on, in order"),
    Column("addressee", lambda r: r.addressee.name if r.addressee else "", str, "to whom"),
    Column("channel", _channel, str, "by what"),
    Column("said_at", _said_at, str, "when it was said, if the text tells"),
    Column("places", _places, list, "places that the content mentions"),
    Column("geonames", _geonames, list, "their numbers in GeoNames"),
    Column("score", lambda r: finite(r.score), float, "how sure it is, 0 to 1"),
    Column("speaker_score", lambda r: finite(r.speaker_score), float, "how sure who says it is"),
    Column("speaker_id", lambda r: _ids(r.speakers), list, "entities; unlinked: article/actor"),
    Column("speaker_type", lambda r: [p.type for p in r.speakers], list, "person, government, …"),
    Column("claim", lambda r: r.claim, str, "the claim that it belongs to, once linked"),
    Column("quotation", lambda r: r.of.links.quotations.get(r.statement.id, ""), str, "likewise"),
    Column("reports", lambda r: r.provenance.reports, str, "the statement that reports it"),
    Column("content_spans", _spans, list, "where the content stands in the article, code points"),
    Column("article", lambda r: r.of.article.id, str, "the article's id"),
    Column("model", lambda r: r.of.record.model.version, str, "which model it was made by"),
    Column("rules", lambda r: r.of.record.model.rules, str, "and which rules"),
)


def flat(row: Row) -> dict[str, Value]:
    """Return a statement as one row, by the names of the columns."""
    return {column.name: column.of(row) for column in COLUMNS}


def flat_rows(articles: Iterable[Exported]) -> Iterator[dict[str, Value]]:
    """Yield the statements of articles as rows."""
    return (flat(row) for article in articles for row in article.rows())


def joined(value: Value) -> str | float | None:
    """Return a value for one cell: several words with a semicolon between them."""
    return "; ".join(value) if isinstance(value, list) else value

"""JSON that is one document -> Articles: IPTC ninjs 1 to 3, or articles in our own fields."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from sayso.errors import ReadError
from sayso.read.byline import read_names
from sayso.read.compose import About, compose_given, language_code
from sayso.read.encoding import decode
from sayso.read.formats.fragments import fragment_paragraphs
from sayso.read.formats.newsml import NO_TEXT, NOT_USABLE, WITHDRAWN
from sayso.read.formats.opening import How, Opened
from sayso.read.jsonl import parse_json, read_fields
from sayso.records import Article

Fields = Mapping[str, Any]

_OTHER = "JSON objects that hold no article"
_DATES = ("versioncreated", "contentcreated", "firstcreated")
# What of an array holds the items, in what services put around them.
_AROUND = ("items", "data", "articles", "_items")
_BODIES = ("body_html", "body_xhtml", "body_text")
# In which order the forms of one body are tried: only HTML keeps paragraphs for sure.
_HTML, _PLAIN = ("text/html", "application/xhtml+xml"), "text/plain"
_NO_TEXTS = ("audio", "event", "graphic", "picture", "planning", "video")  # whose text is a caption


def read_json(opened: Opened, how: How) -> Iterator[Article | ReadError]:
    """Yield the article of the object, or of each of an array, or why there is none.

    The source of one in an array is `source:NUMBER`. What holds no article is counted.
    """
    data = opened.whole(how.limit)
    value = parse_json(decode(data, opened.source).lstrip("\ufeff"), opened.source)
    items = _items(value)
    every = enumerate(items, start=1) if items is not None else [(0, value)]
    for number, each in every:
        try:
            place = opened.at(number) if number else opened.source
            yield from _read(each, opened.source, place, how)
        except ReadError as error:
            yield error


def _items(value: Any) -> list[Any] | None:
    """Return the items of an array, or of one in what stands around it."""
    if isinstance(value, list):
        return value
    if isinstance(value, dict) and not _is_ninjs(value) and "text" not in value:
        return next((value[name] for name in _AROUND if isinstance(value.get(name), list)), None)
    return None


def _read(value: Any, file: str, source: str, how: How) -> Iterator[Article]:
    if not isinstance(value, dict):
        how.skip(_OTHER)
    elif _is_ninjs(value):
        item = {key.lower(): each for key, each in value.items()}
        yield from _read_ninjs(item, file, source, how)
    elif "text" in value or "article" in value:
        yield read_fields(value, source, how.undated(file, "published"))
    else:
        how.skip(_OTHER)


def _is_ninjs(value: Fields) -> bool:
    """Tell ninjs by the one field that it must have, and one that every text of it has."""
    names = {key.lower() for key in value}
    return "uri" in names and bool(
        names & {"bodies", "headline", "headlines", "pubstatus", "representationtype", *_BODIES}
    )


def _read_ninjs(item: Fields, file: str, source: str, how: How) -> Iterator[Article]:
    if str(item.get("pubstatus", "")).lower() in WITHDRAWN:
        how.skip(NOT_USABLE)
        return
    body = [] if _text(item, "type").lower() in _NO_TEXTS else _body(item, source)
    if not body:
        how.skip(NO_TEXT)
        return
    published = how.date(((name, _text(item, name)) for name in _DATES), file, source)
    about = replace(_about(item), published=published)
    yield compose_given(about, body, source, given_id=_text(item, "uri"))


def _about(item: Fields) -> About:
    headlines = [_text(item, "headline"), *_values(item, "headlines"), _text(item, "title")]
    sources = [*_values(item, "infosources", "name"), _text(item, "infosource"),
               _text(item, "provider"), _text(item, "copyrightholder")]  # fmt: skip
    return About(
        title=" ".join(next(filter(None, headlines), "").split()),
        publisher=next(filter(None, sources), ""),
        byline=read_names(_text(item, "byline") or _text(item, "by")),
        url=_address(item),
        lang=language_code(_text(item, "language")),
    )


def _address(item: Fields) -> str:
    pages = [e for e in _objects(item, "renditions") if _kind(e) in _HTML]
    given = [*(_text(each, "href") for each in pages), _text(item, "uri")]
    return next((each for each in given if each.startswith(("http://", "https://"))), "")


def _kind(part: Fields) -> str:
    """Return the media type of a body or rendition, which was called otherwise in version 1."""
    return (_text(part, "contenttype") or _text(part, "mimetype")).partition(";")[0].lower()


def _body(item: Fields, source: str) -> list[str]:
    """Return the paragraphs of the first body that has any."""
    given = [(_text(item, name), name != "body_text") for name in _BODIES]
    bodies = _objects(item, "bodies")
    bodies.sort(key=lambda each: (_kind(each) not in _HTML, _kind(each) != _PLAIN))
    given += [(_text(each, "value"), _kind(each) != _PLAIN) for each in bodies]
    for text, may_be_html in given:
        if body := _paragraphs(text, source, may_be_html=may_be_html):
            return body
    return []


def _paragraphs(text: str, source: str, *, may_be_html: bool) -> list[str]:
    if may_be_html:
        return fragment_paragraphs(text, source)
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def _text(item: Fields, name: str) -> str:
    value = item.get(name)
    return value.strip() if isinstance(value, str) else ""


def _objects(item: Fields, name: str) -> list[Fields]:
    value = item.get(name)
    every = value if isinstance(value, list) else []
    return [{key.lower(): v for key, v in each.items()} for each in every if isinstance(each, dict)]


def _values(item: Fields, name: str, of: str = "value") -> list[str]:
    return [text for each in _objects(item, name) if (text := _text(each, of))]

"""The field cases: small inputs, each with what must hold of what sayso makes of it.

`bench/gold/field/README.md` describes the form. `tune` is there to work with, `tune/fresh` has more
variants of the kinds that are weakest, `tune/second` and `kept/second` still more, written later by
another hand, as are `tune/third` and `kept/third`, of kinds that judges of readings met; `kept` is
there to report on; `shared` holds the expectations of cases whose texts lie beside the corpora, in
`cases/field`.
"""

import json
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpora.corpus import GOLD, data_dir
from sayso.errors import ReadError

FIELD = GOLD / "field"
PARTS = (
    *("tune", "tune/fresh", "tune/second", "tune/third"),
    *("kept", "kept/second", "kept/third", "shared"),
)

_STATEMENT = """
content within exact without source cue kind act polarity modality said said_at
speaker speakers called unnamed described nobody speaker_of not_speaker carriers addressee
"""
_PLACE = "mention within name country admin1 feature near use none nowhere"
_TIME = "mention within type value day start end none"
_TABLES = {
    "statement": _STATEMENT,
    "absent": _STATEMENT,
    "place": _PLACE,
    "time": _TIME,
    "actor": "name type role of none",
    "error": "message",
}
# What may stand in each table of a case, beside `article`: the id of one of several articles.
KEYS = {table: frozenset(names.split()) for table, names in _TABLES.items()}
_TOP = frozenset({"kind", "text", "html", "source", "title", "published", "publisher", *KEYS})
_ARTICLE = ("title", "published", "publisher")


@dataclass(frozen=True, slots=True)
class Check:
    """One expectation: the table that it stands in, its fields, and the article it is about."""

    table: str
    wants: Mapping[str, Any]
    article: str = ""

    def __str__(self) -> str:
        fields = ", ".join(f"{name} {value!r}" for name, value in self.wants.items())
        return f"{self.table}: {fields}"


@dataclass(frozen=True, slots=True)
class FieldCase:
    """One input, as a file's content and the suffix that tells its form, and its checks."""

    name: str
    kind: str
    part: str
    suffix: str
    content: str
    checks: tuple[Check, ...]


def load(part: str, kind: str = "") -> list[FieldCase]:
    """Return the cases of one of `PARTS`, of one kind or of all, in order of their names.

    Raises ReadError, of the kind `absent`, when the texts of `shared` are not on this machine.
    """
    paths = sorted((FIELD / part).glob("*.toml"), key=lambda p: _order(p.stem))
    cases = [case for case in map(read, paths) if kind in {"", case.kind}]
    if part == "shared" and not _texts().is_dir():
        raise ReadError("shared", "absent", f"{_texts()} is not there")
    return cases


def read(path: Path) -> FieldCase:
    """Return the case in one file. Raises ValueError, naming file and field, for another form."""
    try:
        fields = tomllib.loads(path.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{path}: {error}") from error
    if unknown := fields.keys() - _TOP:
        raise ValueError(f"{path}: a case has no {', '.join(sorted(unknown))}")
    suffix, content = _input(path, fields)
    checks = tuple(_checks(path, fields))
    if not checks:
        raise ValueError(f"{path}: nothing is checked")
    inside = path.is_relative_to(FIELD)
    part = path.parent.relative_to(FIELD).as_posix() if inside else path.parent.name
    return FieldCase(path.stem, fields["kind"], part, suffix, content, checks)


def _input(path: Path, fields: Mapping[str, Any]) -> tuple[str, str]:
    forms = [name for name in ("text", "html", "source") if name in fields]
    if len(forms) != 1:
        raise ValueError(f"{path}: one of text, html and source is wanted")
    if forms == ["source"]:
        source = _texts() / fields["source"]
        return source.suffix, source.read_text("utf-8") if source.is_file() else ""
    if forms == ["html"]:
        return ".html", fields["html"]
    given = {name: fields[name] for name in _ARTICLE if name in fields}
    if given:
        return ".jsonl", json.dumps({"text": fields["text"]} | given, ensure_ascii=False) + "\n"
    return ".txt", fields["text"]


def _checks(path: Path, fields: Mapping[str, Any]) -> Iterator[Check]:
    for table in KEYS:
        for entry in fields.get(table, ()):
            wants = {name: value for name, value in entry.items() if name != "article"}
            if unknown := wants.keys() - KEYS[table]:
                raise ValueError(f"{path}: {table} has no {', '.join(sorted(unknown))}")
            yield Check(table, wants, entry.get("article", ""))


def _texts() -> Path:
    return data_dir().parent / "cases" / "field"


def _order(name: str) -> tuple[str, int, str]:
    kind, _, number = name.partition("-")
    return kind, int(number) if number.isdigit() else 0, name

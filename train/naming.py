"""Texts -> what the heads for names and mentions learn from: silver names, gold toponyms, GUM."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from corpora.documents import Labelled, text_hash
from corpora.gum import CorefDocument, Entity
from sayso.annotate.heads import ENTITY_TYPES, NAME_LABELS
from sayso.annotate.naming import WIDEST
from sayso.annotate.windows import Ints, Window
from train.acts import ActLabel
from train.distil.soft import Soft
from train.toponyms import ToponymArticle

Names = Sequence[tuple[int, int, str]]
IGNORED = -1
_GUM_TYPES = {"organization": "organisation", "animal": "other", "plant": "other"}
_GUM_TYPES |= {"substance": "other"} | {t: t for t in ENTITY_TYPES}


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a text beside its statements: names and mentions, each None if unknown.

    `acts` are what some of the statements do, `nested` the statements inside others. Everything
    counts from `begin`; of what stands before, a headline, and behind the text no name is known.
    `soft` is what another model read; where `is_read_only` nothing else is known of the statements.
    """

    text: str
    names: Names | None
    entities: Sequence[Entity] | None
    acts: Sequence[ActLabel] = ()
    nested: Sequence[Labelled] = ()
    begin: int = 0
    soft: Soft | None = None
    is_read_only: bool = False


def silver(path: Path) -> dict[str, Names]:
    """Return the names that `train.silver` wrote, by the hash of their text."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return {row["hash"]: [(s, e, t) for s, e, t in row["names"]] for row in rows}


def of_toponyms(article: ToponymArticle, names: dict[str, Names]) -> Known:
    """Return an article with its gold toponyms in place of the places that the tagger saw."""
    gold = [(s.start, s.end, "place") for s in article.toponyms]
    others = [
        (s, e, t)
        for s, e, t in names.get(text_hash(article.text), ())
        if t != "place" and not any(s < f and a < e for a, f, _ in gold)
    ]
    return Known(article.text, sorted([*gold, *others]), None)


def of_coref(document: CorefDocument, names: dict[str, Names]) -> Known:
    """Return a document of GUM with its mentions."""
    return Known(document.text, names.get(text_hash(document.text)), document.entities)


def name_tags(window: Window, known: Known) -> Ints:
    """Return the label of each token, `IGNORED` where it is not known."""
    if known.names is None:
        return np.full(len(window), IGNORED, dtype=np.int64)
    tags = np.zeros(len(window), dtype=np.int64)
    for start, end, type_ in known.names:
        first, last = window.tokens(start + known.begin, end + known.begin)
        if first < last:
            tags[first:last] = NAME_LABELS.index(f"I-{type_}")
            if window.starts[first] >= start + known.begin:
                tags[first] = NAME_LABELS.index(f"B-{type_}")
    tags[window.starts < known.begin] = IGNORED
    tags[window.starts >= known.begin + len(known.text)] = IGNORED
    return tags


def entity_rows(window: Window, known: Known) -> Ints | None:
    """Return `[mentions, 3]`: first token, last token, type; None where they are not known."""
    if known.entities is None:
        return None
    rows = set()
    for entity in known.entities:
        first, last = window.tokens(*entity.span)
        whole = first < last and window.starts[first] == entity.span.start
        if whole and window.ends[last - 1] == entity.span.end and last - first <= WIDEST:
            rows.add((first, last - 1, ENTITY_TYPES.index(_GUM_TYPES[entity.type])))
    return np.asarray(sorted(rows), dtype=np.int64).reshape(-1, 3)

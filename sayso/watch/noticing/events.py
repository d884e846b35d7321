"""What is told: one thing that came to the record, with the statements that prove it."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sayso.english.excerpts import shorten
from sayso.store import Said
from sayso.view.characters import one_line
from sayso.view.lists import statement_line

# What an event may be, and what that is.
KINDS = {
    "origin": "a claim has another independent origin",
    "denial": "a claim is denied for the first time",
    "turn": "somebody's position changed",
    "correction": "an article on the record was corrected, retracted or updated by its own words",
    "version": "an article on the record was changed, and does not say so",
}
_MARKS = '“”", '
_SHOWN = 5  # statements that come along
_WORDS = 240  # characters of a claim, or of what is said


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that matters.

    `anchors` are what it is told of: of these and its kind its key is made. `words` is one line,
    `why` the reason for what was concluded; `said` are the statements that prove it, the new one
    first, `lines` more of it in words; rules look at `texts` and `people`, too. `article` is the
    id of the article that brings it, `outlet` and `url` are its own. `facts` are what programs want
    beside, by the names that they get.
    """

    kind: str
    anchors: tuple[str, ...]
    words: str
    article: str
    why: str = ""
    said: Sequence[Said] = ()
    lines: tuple[str, ...] = ()
    outlet: str = ""
    url: str = ""
    texts: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    facts: Mapping[str, Any] = field(default_factory=dict)

    @property
    def articles(self) -> int:
        """Return in how many articles the statements stand that prove it."""
        return len({each.article_id for each in self.said})

    @property
    def key(self) -> str:
        """Return what names it, for whoever is told of it twice."""
        words = "\0".join((self.kind, *self.anchors))
        return f"{self.kind}-{hashlib.sha256(words.encode()).hexdigest()[:24]}"

    def to_json(self) -> dict[str, Any]:
        """Return the event as an object of names and words."""
        return {
            "key": self.key,
            "kind": self.kind,
            "words": self.words,
            "lines": list(self.lines),
            "why": self.why,
            "article": {"id": self.article, "outlet": self.outlet, "url": self.url or None},
            **self.facts,
            "statements": [each.to_json() for each in self.said[:_SHOWN]],
        }


def in_short(words: str) -> str:
    """Return words on one line, in quotation marks, as many as a line has room for."""
    bare = one_line(words).strip(_MARKS)
    return f"“{shorten(bare, _WORDS)}”"


def saying(said: Said) -> str:
    """Return a statement on one line: who says what, in which outlet, on which day."""
    line = statement_line(said)
    who = line.who.words or "somebody"
    day = said.published.start if said.published else ""
    seen = ", ".join(filter(None, (outlet(said), day)))
    return f"{who}: {in_short(said.content)}" + (f" ({seen})" if seen else "")


def outlet(said: Said) -> str:
    """Return who published a statement, on one line."""
    return one_line(said.publisher or said.title)


def newest_first(said: Iterable[Said], new: Iterable[str]) -> list[Said]:
    """Return statements, those of new articles before all others."""
    fresh = set(new)
    return sorted(said, key=lambda each: each.article_id not in fresh)

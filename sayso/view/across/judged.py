"""What people judged, and what things are called -> who decided what, when, why, against whom."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from sayso.corrections import by_whom, holds_against, opposed
from sayso.english.excerpts import shorten
from sayso.fitting import object_anchor
from sayso.judgements import Anchor, Judgement
from sayso.view.across.tellings import in_quotes
from sayso.view.characters import one_line
from sayso.view.links import taken_back
from sayso.view.words import joined

_WORDS = 80  # characters of a statement

_ON_TWO = {
    "same_entity": "{} and {} are one and the same",
    "different_entity": "{} and {} are not the same",
    "copy": "{} and {} share one text",
    "not_copy": "{} and {} are no copies of each other",
    "same_claim": "{} and {} say the same",
    "different_claim": "{} and {} do not say the same",
    "denies": "{} denies {}",
}


class Judged(NamedTuple):
    """A judgement with the ids of the things that it is about: one, or two, or none."""

    judgement: Judgement
    subject: str
    object: str


@dataclass(frozen=True, slots=True)
class JudgedLine:
    """One judgement in words: what was decided, by whom, and whether it holds.

    `state` is empty where nobody disagrees; `holds` is false where it was overruled or taken back,
    `stands` until it is taken back. `about` are the ids of the things that it is about, `article`
    that of the article where it was made, `by` the name of who decided it.
    """

    id: str
    words: str
    who: str
    state: str
    holds: bool
    stands: bool = True
    about: tuple[str, ...] = ()
    article: str = ""
    by: str = ""

    def to_json(self) -> dict[str, Any]:
        """Return the judgement as an object."""
        return {"id": self.id, "words": self.words, "who": self.who, "state": self.state or None,
                "holds": self.holds}  # fmt: skip


def statement_words(words: str) -> str:
    """Return what a statement is called in a judgement: the beginning of its words."""
    return in_quotes(shorten(one_line(words), _WORDS))


def judged_lines(
    judged: Sequence[Judged], known: Mapping[str, str], every: Iterable[Judgement] = ()
) -> tuple[JudgedLine, ...]:
    """Return judgements in words, the earliest first; `known` tells what things are called.

    Whoever disagrees is looked for among `every`, or among themselves.
    """
    against = opposed(every or (each.judgement for each in judged))
    ordered = sorted(judged, key=lambda each: (each.judgement.at, each.judgement.id))
    return tuple(_line(each, against.get(each.judgement.id, ()), known) for each in ordered)


def _line(judged: Judged, against: Sequence[Judgement], known: Mapping[str, str]) -> JudgedLine:
    its = judged.judgement
    later = [each for each in against if holds_against(each, its)]
    if its.withdrawn:
        state = f"taken back {taken_back(its)}"
    elif later:
        state = f"people disagree; the later holds: {_who(later)}"
    else:
        state = f"people disagree; it holds against {_who(against)}" if against else ""
    return JudgedLine(
        id=its.id,
        words=_words(judged, known),
        who=one_line(by_whom(its)),
        state=state,
        holds=not (its.withdrawn or later),
        stands=not its.withdrawn,
        about=tuple(filter(None, (judged.subject, judged.object))),
        article=its.subject.article.removeprefix("sha256:"),
        by=its.by,
    )


def _who(judgements: Sequence[Judgement]) -> str:
    return joined([f"{one_line(j.by)}, {j.at[:10]} ({j.id})" for j in judgements])


def _words(judged: Judged, known: Mapping[str, str]) -> str:
    """Return what was decided in one sentence."""
    its = judged.judgement
    subject = _quoted(judged.subject, its.subject, known)
    if its.kind in _ON_TWO:
        other = object_anchor(its)
        quoted = _quoted(judged.object, other, known) if other else "nothing"
        return _ON_TWO[its.kind].format(subject, quoted)
    if its.kind == "speaker":
        return f"{subject} is said by {one_line(str(its.object.get('name') or 'another actor'))}"
    if its.kind == "act":
        polarity = f", {its.object['polarity']}" if its.object.get("polarity") else ""
        return f"what {subject} does: {one_line(str(its.object.get('act')))}{polarity}"
    if its.kind == "not_statement":
        return f"{subject} is no statement"
    if its.kind == "place":
        return f"{subject} is the place {one_line(str(its.object.get('name') or 'that is given'))}"
    return f"the words of {subject} are others"


def _quoted(thing: str, anchor: Anchor, known: Mapping[str, str]) -> str:
    if thing in known:
        return known[thing]
    start, end = anchor.span or (0, 0)
    return f"{anchor.article.removeprefix('sha256:')[:12]} {start}-{end}"

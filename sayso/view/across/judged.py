"""What people judged of the statements of a claim -> who decided what, when, why, against whom."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from sayso.corrections import by_whom, holds_against, opposed
from sayso.english.excerpts import shorten
from sayso.fitting import object_anchor
from sayso.judgements import Anchor, Judgement
from sayso.view.across.tellings import Telling, in_quotes
from sayso.view.characters import one_line
from sayso.view.links import taken_back
from sayso.view.words import joined

_WORDS = 80  # characters of a statement

_ON_TWO = {
    "same_claim": "{} and {} say the same",
    "different_claim": "{} and {} do not say the same",
    "denies": "{} denies {}",
}


class Judged(NamedTuple):
    """A judgement with the ids of the statements that it is about: one, or two, or none."""

    judgement: Judgement
    subject: str
    object: str


@dataclass(frozen=True, slots=True)
class JudgedLine:
    """One judgement in words: what was decided, by whom, and whether it holds.

    `state` is empty where nobody disagrees; `holds` is false where it was overruled or taken back.
    """

    id: str
    words: str
    who: str
    state: str
    holds: bool

    def to_json(self) -> dict[str, Any]:
        """Return the judgement as an object."""
        return {"id": self.id, "words": self.words, "who": self.who, "state": self.state or None,
                "holds": self.holds}  # fmt: skip


def judged_lines(judged: Sequence[Judged], known: Mapping[str, Telling]) -> tuple[JudgedLine, ...]:
    """Return judgements in words, the earliest first; `known` are statements by their ids."""
    against = opposed(each.judgement for each in judged)
    ordered = sorted(judged, key=lambda each: (each.judgement.at, each.judgement.id))
    return tuple(_line(each, against.get(each.judgement.id, ()), known) for each in ordered)


def _line(judged: Judged, against: Sequence[Judgement], known: Mapping[str, Telling]) -> JudgedLine:
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
    )


def _who(judgements: Sequence[Judgement]) -> str:
    return joined([f"{one_line(j.by)}, {j.at[:10]} ({j.id})" for j in judgements])


def _words(judged: Judged, known: Mapping[str, Telling]) -> str:
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
    return f"the words of {subject} are others"


def _quoted(statement: str, anchor: Anchor, known: Mapping[str, Telling]) -> str:
    if statement in known:
        return in_quotes(shorten(known[statement].words, _WORDS))
    start, end = anchor.span or (0, 0)
    return f"{anchor.article.removeprefix('sha256:')[:12]} {start}-{end}"

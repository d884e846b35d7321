"""The words behind a place -> who is said to hold it: "fell to the army", "is not Skerran"."""

from collections.abc import Sequence

from sayso.english.function_words import auxiliaries, determiners
from sayso.link.entities.lands import parted
from sayso.link.positions.worded import (
    Token,
    Worded,
    before_verb,
    holder_name,
    listed,
    negators,
    opening,
    stretch,
    unreal,
)

_IN_HANDS = 8  # words of "in the government's hands" at most
_PEOPLE = ("an", "ish", "ese")  # how what is of a land that no table knows ends: "Skerran"


def behind(text: str, after: Sequence[Token]) -> Worded | None:
    """Read what stands behind a place, None where that tells nothing of who holds it."""
    if own := opening(after, "own"):
        kind, size = own
        return Worded(kind, None, stretch(after[:size]))
    lead = _lead(after)
    words = {token.word for token in after[:lead]}
    if not words.isdisjoint(unreal() | listed("missed")):
        return None
    made = _passive(after, lead) or (lead and (_ours(after, lead) or _people(text, after, lead)))
    if not made:
        return None
    if "longer" in words:
        return _no_longer(made)
    negative = not words.isdisjoint(negators())
    return Worded(made.kind, made.holder, made.phrase, negative)


def _lead(after: Sequence[Token]) -> int:
    """Return how many words carry the tense, and what else may stand there: "has never been"."""
    lead = 0
    fits = auxiliaries() | before_verb() | listed("stays") | {"no", "longer"}
    while lead < len(after) and (after[lead].word in fits or after[lead].word.endswith("ly")):
        lead += 1
    return lead


def _no_longer(made: Worded) -> Worded:
    """Return who has lost a place that he "no longer" holds, or who claims it no longer."""
    if made.kind == "holds":
        return Worded("lost", made.holder, made.phrase)
    return Worded(made.kind, made.holder, made.phrase, negative=True)


def _passive(after: Sequence[Token], lead: int) -> Worded | None:
    """Read "is held by Ostrania", "in the hands of the rebels", "in government hands"."""
    passive = opening(after[lead:], "after")
    if not passive:
        return _in_hands(after, lead)
    kind, size = passive
    holder = holder_name(after[lead + size :], backwards=False)
    if not holder:
        return None
    return Worded(kind, stretch(holder), stretch(after[: lead + size + len(holder)]))


def _in_hands(after: Sequence[Token], lead: int) -> Worded | None:
    """Read "is in government hands", "remains under rebel control"."""
    words = [token.word for token in after[lead : lead + _IN_HANDS]]
    last = {"in": "hands", "under": "control"}.get(" ".join(words[:1]), "")
    if last not in words:
        return None
    holder = after[lead + 1 : lead + words.index(last)]
    if not holder or holder[-1].word in determiners():  # "in the hands of"
        return None
    return Worded("holds", stretch(holder), stretch(after[: lead + words.index(last) + 1]))


def _ours(after: Sequence[Token], lead: int) -> Worded | None:
    """Read what a speaker says of his own side behind a verb: "has always been ours"."""
    own = opening(after[lead:], "ours")
    return own and Worded(own[0], None, stretch(after[: lead + own[1]]))


def _people(text: str, after: Sequence[Token], lead: int) -> Worded | None:
    """Read whose a place is by the name of a people: "is Skerran", "was never Skerran land"."""
    if len(after) <= lead:
        return None
    name, *rest = after[lead : lead + 2]
    if not text[name.span.start].isupper() or name.word in listed("beliefs"):
        return None
    if not name.word.endswith(_PEOPLE) and not parted(name.word)[1]:
        return None
    if rest and rest[0].word[0].isalnum() and rest[0].word not in listed("ground"):
        return None
    land = rest[:1] if rest and rest[0].word in listed("land") else []
    return Worded("claims", name.span, stretch(after[: lead + 1 + len(land)]))

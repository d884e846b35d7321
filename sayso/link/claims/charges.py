"""Points -> what a denial that names no content is aimed at, and what somebody accuses another of.

"The charge" points at an accusation, "the offer" at an offer, "it" at whatever was claimed.
"""

from functools import cache

from sayso.english.function_words import auxiliaries, modals
from sayso.english.pronouns import is_pronoun
from sayso.english.stems import stem, stems
from sayso.english.tables import listed
from sayso.link.claims.points import Point
from sayso.link.claims.words import claim_nouns, guilt, opposing, refuting

CALLS = ("demands", "wants", "proposes", "asks")
ACCUSES = ("accuses", "criticises")
_OFFERS = ("offers", "proposes", "promises", "threatens")
_YIELDS = ("concedes", "confirms", "supports")
_FIRST = 5  # words of a content among which a noun stands that tells what it points at
_SHORT = 7  # words of a content that says no more than what it calls a charge
_AHEAD = 8  # words of a content among which "would" tells what is to come
_OPENING = 4  # words of a content among which "never" opens it
_FLAT = 16  # words of a content that says no more than a flat no
_FLATLY = ("no ", "not one ", "not a ", "not any ", "none of ", "there was no ", "there were no ")
_MARKS = str.maketrans("", "", '"“”,.')


def aim(point: Point) -> str:
    """Return what a denial points at: an offer, a call, a charge, or any claim."""
    first = {*stems(point.text)[:_FIRST]}
    for kind, name in (("offer", "offers"), ("call", "calls")):
        if not _listed(name).isdisjoint(first):
            return kind
    every = {*stems(point.text)}
    return "charge" if not (_listed("accusing") | guilt()).isdisjoint(every) else "claim"


def accuses(point: Point) -> bool:
    """Tell whether somebody accuses another, in so many words or by the deed that he tells."""
    return point.act in ACCUSES or names_deed(frozenset(stems(point.text)))


def is_offer(point: Point) -> bool:
    """Tell whether somebody offers something, or says what he would do if another did."""
    return point.act in _OFFERS or point.modality == "conditional"


def is_of_offer(point: Point) -> bool:
    """Tell whether somebody speaks of an offer: "Lomax made an offer to dredge the port"."""
    return not (_listed("offers") | {*map(stem, _OFFERS)}).isdisjoint(stems(point.text))


def is_to_come(point: Point) -> bool:
    """Tell whether somebody says what will or should be, which nobody can be accused of."""
    if point.act in ACCUSES:
        return False
    opening = point.text.lower().translate(_MARKS).split()[:_AHEAD]
    if "if" in opening[:2]:
        return True
    to_come = point.act in (*_OFFERS, *CALLS, *_YIELDS) or point.modality == "conditional"
    return to_come or not modals().isdisjoint(opening)


def points_at(point: Point) -> bool:
    """Tell whether a denial that names nothing points at what somebody said: "it", "the charge".

    What is no more than negative does not, nor does whoever turns down a thing.
    """
    row = stems(point.text)[:_FIRST]
    if scorns(point) or aim(point) in ("offer", "call"):
        return True
    words = point.text.lower().split()
    bare = is_pronoun(words[0]) and (len(words) == 1 or words[1] in auxiliaries())
    pointing = bare or (accuses(point) and (point.act != "rejects" or _opposes(point)))
    return not (claim_nouns() | guilt()).isdisjoint(row) or (point.denies and pointing)


def _opposes(point: Point) -> bool:
    return not opposing().isdisjoint(stems(point.cue))


def is_wish(point: Point) -> bool:
    """Tell whether somebody says what should not be, or what he will not do: he denies nothing."""
    return point.act in (*CALLS, "refuses", "declines") or " should" in f" {point.text.lower()}"


def turns_down(point: Point) -> bool:
    """Tell whether somebody turns down what was offered or demanded: "turned down the offer"."""
    said = {*stems(point.cue)}
    return not _listed("turning_down").isdisjoint(said) and aim(point) in ("offer", "call")


def scorns(point: Point) -> bool:
    """Tell whether somebody says no more than what he calls a charge: "called it a provocation"."""
    words = point.text.split()
    if len(words) > _SHORT or _listed("calling").isdisjoint(stems(point.cue)):
        return False
    row = stems(point.text)
    pointing = is_pronoun(words[0].lower()) or not claim_nouns().isdisjoint(row[:_FIRST])
    return pointing and not (_listed("scorning") | refuting()).isdisjoint(row)


def is_of_claim(point: Point) -> bool:
    """Tell whether somebody speaks of a claim himself, and turns against it: "scorns the claim"."""
    first = stems(point.text)[:_FIRST]
    return point.act in ("criticises", "denies", "rejects") and not claim_nouns().isdisjoint(first)


def is_in_first_person(text: str) -> bool:
    """Tell whether a content opens with "we" or "I"."""
    return text.lower().translate(_MARKS).split()[:1] in (["we"], ["i"])


def is_flat(point: Point) -> bool:
    """Tell whether a content is a flat no and little more: "Not one shell fell", "No raid"."""
    words = point.text.replace("’", "'").lower().translate(_MARKS).split()
    if point.polarity != "neg" or point.denies or point.act in CALLS or is_to_come(point):
        return False
    if len(words) > _FLAT or not words:
        return False
    opening = " ".join(words[words[0] == "that" :][:_OPENING])
    return opening.startswith(_FLATLY) or (" never " in f" {opening} " and not is_pronoun(opening))


def is_absent(point: Point) -> bool:
    """Tell whether somebody says that his side was never there: "No boot has touched our soil"."""
    words = {*stems(point.text)}
    return is_flat(point) and not _listed("absent").isdisjoint(words)


def names_deed(words: frozenset[str]) -> bool:
    """Tell whether one of some stems is what somebody is accused of."""
    return not _listed("deeds").isdisjoint(words)


def is_mishap(point: Point) -> bool:
    """Tell whether somebody says that what was lost was lost by no one's hand: by fog, a fault."""
    words = {*stems(point.text)}
    return all(not _listed(name).isdisjoint(words) for name in ("mishap", "fates", "owing"))


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(map(stem, listed("claims.toml", name)))

"""Two statements of which one may turn against the other -> what tells whether it does.

What counts is whether it turns against anything at all, whether it talks about the same, and on
whose side both are: nobody denies what their own side says, short of taking it back.
"""

from collections.abc import Callable
from dataclasses import dataclass

from sayso.english.stems import stems, weigh, weight
from sayso.link.claims.charges import (
    ACCUSES,
    CALLS,
    accuses,
    is_absent,
    is_flat,
    is_in_first_person,
    is_mishap,
    is_of_claim,
    is_wish,
    names_deed,
    points_at,
    scorns,
    turns_down,
)
from sayso.link.claims.features import same_speaker
from sayso.link.claims.points import Point
from sayso.link.claims.roles import roles_of
from sayso.link.claims.sides import marks_in
from sayso.link.claims.words import Words, correcting, guilt, negating, opposing, withdrawing

_LITTLE = 8.0  # bits of a denial that names no content
_SHARED = 30.0  # bits
# Shares of the words of a denial that are those of what it denies, and of what has these, of it.
_MOSTLY, _NEARLY = 0.6, 0.75
_PART, _SOME = 0.12, 0.35
_HALF = 0.5
_SAME = 0.5  # from which on two speakers are held for one
_THINGS = ("rejects", "declines", "refuses")  # what is done to a thing as well as to a claim
_SAYS = ("asserts", "accuses", "believes", "other")  # acts of who refutes by his words
_NAMED = 0.3  # of the words of a flat no, that name the deed
_THING = 2.0  # bits of what both say was lost
_MUCH = 4.0  # bits of a word by which a flat no speaks of what another tells


@dataclass(frozen=True, slots=True)
class Turn:
    """A statement that turns against something, and another that this may be.

    `shared` are the bits of what it talks about that the other one has, `contained` is what share
    of it that is, `nameless` likewise without names, `covered` what share of the other one.
    Who `is_bare` says no more than that he did not do it: "any wrongdoing".
    """

    denial: Point
    other: Point
    shared: float
    contained: float
    beyond: float
    nameless: float
    covered: float
    own: float
    others: float
    speaker: float
    is_bare: bool

    @classmethod
    def of(cls, denial: Point, other: Point) -> "Turn":
        """Return two statements as a pair of which the first may turn against the second."""
        one, two = denial.words, other.words
        both = one.own & two.stems
        shared, own, others = weigh(both), weigh(one.own), weigh(two.own)
        given = frozenset(denial.topics)
        speaking = frozenset(word for each in denial.speakers for word in each)
        return cls(
            denial,
            other,
            shared=shared,
            contained=shared / own if own else 0.0,
            beyond=_share(both - given, one.own - given),
            nameless=_share(both - one.names - two.names, one.own - one.names),
            covered=shared / others if others else 0.0,
            own=own,
            others=others,
            speaker=same_speaker(denial, other),
            is_bare=weigh(one.own - guilt() - one.names - speaking) < _LITTLE,
        )

    @property
    def is_empty(self) -> bool:
        """Tell whether the denial names hardly anything itself."""
        return self.own < _LITTLE or scorns(self.denial) or turns_down(self.denial)

    @property
    def opposite(self) -> bool:
        """Tell whether one puts forward as so what the other puts forward as not so."""
        return self.denial.polarity != self.other.polarity

    @property
    def same_side(self) -> bool:
        """Tell whether two speakers are on one side."""
        return self.speaker < _SAME and not {*self.denial.sides}.isdisjoint(self.other.sides)

    @property
    def other_side(self) -> bool:
        """Tell whether they are on two sides."""
        one, other = self.denial.sides, self.other.sides
        return bool(one and other) and {*one}.isdisjoint(other)

    @property
    def is_barred(self) -> bool:
        """Tell whether the first cannot be against the second: it only repeats it, or is in it.

        Who is on the same side can put it right, and do no more.
        """
        one_side = self.same_side or self.speaker >= _SAME
        return (one_side and not corrects(self.denial)) or self.is_repeated

    @property
    def is_repeated(self) -> bool:
        """Tell whether the second reports that he denies it, or has the very words of the first."""
        reports = not opposing().isdisjoint(stems(self.other.text))
        if reports and (self.accused or self.contained >= _HALF):
            return True
        if is_of_claim(self.other) and self.names_sayer < _SAME and turns(self.other):
            return True
        if self.denial.text == self.other.text or self.denial.text not in self.other.text:
            return False
        cue = opposing() & {*stems(self.denial.cue)}
        return cue <= {*stems(self.other.text)}

    @property
    def names_denier(self) -> float:
        """Return how much of the names of who denies the other one names."""
        return _named(self.denial, self.other.words)

    @property
    def names_side(self) -> bool:
        """Tell whether the other one names the side of who denies, and is not of it."""
        theirs = {*self.denial.sides}
        if not theirs or not theirs.isdisjoint(self.other.sides):
            return False
        return not theirs.isdisjoint(marks_in(self.other.words.names))

    @property
    def is_plain(self) -> bool:
        """Tell whether it denies what the other puts forward, or negates it, in its words."""
        if self.other.denies or not self.opposite or min(self.shared, self.own) < _LITTLE:
            return False
        if self.is_of_thing or asks(self.other):
            return False
        least = min(self.contained, self.nameless)
        if self.is_in_person:
            return True
        if self.denial.denies:
            enough = _MOSTLY if accuses(self.other) else _NEARLY
            return least >= enough and self.covered >= _PART
        no, yes = (not negating().isdisjoint(_words(p.text)) for p in (self.denial, self.other))
        negated = no and not yes and self.is_negated and self.speaker < 0
        negated = negated and not is_wish(self.denial)
        return negated and least >= _MOSTLY and self.contained >= _NEARLY and self.covered >= _SOME

    @property
    def is_in_person(self) -> bool:
        """Tell whether somebody says "we have not" of all that another accuses them of."""
        its, charge = self.denial, self.other
        if self.speaker >= 0 or not is_in_first_person(its.text) or not accuses(charge):
            return False
        names = its.words.names | charge.words.names
        own, charged = its.words.own - names, charge.words.own - names
        covered = min(_share(own & charged, charged) - _NEARLY, _share(own & charged, own) - _SOME)
        return covered >= 0 and self.is_negated and negating().isdisjoint(_words(charge.text))

    @property
    def is_negated(self) -> bool:
        """Tell whether the first negates a word of the second: "not burned", "no mosque"."""
        its = roles_of(self.denial.text, self.denial.words.names)
        return any(its.row[at] in self.other.words.stems for at in its.negated)

    @property
    def is_of_thing(self) -> bool:
        """Tell whether it turns a thing down, and no claim: "rejected the plan"."""
        its = self.denial
        of_claim = opposes(its) and (its.words.points or its.text.startswith("that "))
        return its.act in _THINGS and not of_claim and self.other.act not in (*CALLS, "offers")

    @property
    def is_flatly_denied(self) -> bool:
        """Tell whether the accused says flatly that the deed was not done: "There was no raid".

        He names it by a word, or says that his side was never there.
        """
        its = self.denial
        if self.other.denies or self.other.polarity == "neg" or not accuses(self.other):
            return False
        if not is_flat(its) or self.speaker >= _SAME:
            return False
        spoken = (its.words.own & self.other.words.own) - its.words.names - self.other.words.names
        names_it = names_deed(spoken) or any(weight(word) >= _MUCH for word in spoken)
        if self.same_side:  # takes back what his side said
            return names_it and its.text.strip('"“” ').lower().startswith("there was no ")
        if is_absent(its) and self.is_about_them:
            return True
        if self.covered < _PART and self.other.act not in ACCUSES:  # it is of something else
            return False
        return names_it and self.accused >= _SAME and self.nameless >= _NAMED

    @property
    def is_about_them(self) -> bool:
        """Tell whether the other one names the place, or whose men, of which the denial speaks."""
        return self.speaker < _SAME and bool(self.denial.words.names & self.other.words.stems)

    @property
    def is_rival_cause(self) -> bool:
        """Tell whether one says that no one did what the other tells as a deed: "shot down"."""
        if self.denial.polarity == "neg" or self.other.polarity == "neg" or self.same_side:
            return False
        both = self.denial.words.own & self.other.words.own
        things = weigh(both - self.denial.words.names - self.other.words.names)
        apart = self.speaker < _SAME and is_mishap(self.denial) and not is_mishap(self.other)
        return apart and accuses(self.other) and things >= _THING

    @property
    def accused(self) -> float:
        """Return how much the other one names who denies, or his side."""
        return max(self.names_denier, float(self.names_side))

    @property
    def names_sayer(self) -> float:
        """Return how much the denial names who says the other one, or his side."""
        his = not marks_in(self.denial.words.names).isdisjoint(self.other.sides)
        return max(_named(self.other, self.denial.words), float(his))

    @property
    def names_another(self) -> bool:
        """Tell whether it names somebody whose claim it is, and not who says the other one."""
        own = {word for each in self.denial.speakers for word in each}
        return bool(self.denial.words.names - own) and self.names_sayer < _SAME


def turns(point: Point) -> bool:
    """Tell whether a statement may turn against what somebody said, by its act or its words."""
    words = point.words
    if point.said != "yes" or (opposes(point) and not negating().isdisjoint(_words(point.cue))):
        return False  # "did not deny"
    negative = point.denies or point.polarity == "neg"
    turned = negative or words.refutes or opposes(point) or corrects(point)
    return turned or scorns(point) or turns_down(point)


def is_plain(point: Point) -> bool:
    """Tell whether a statement turns against what was said by more than a "not" in its midst."""
    return turns(point) and (is_flat(point) or not is_only_flat(point)) and not is_thing(point)


def is_thing(point: Point) -> bool:
    """Tell whether somebody turns down a thing, in no words that turn against what was said."""
    worded = opposes(point) or points_at(point) or point.words.points
    return point.act == "rejects" and not worded


def is_only_flat(point: Point) -> bool:
    """Tell whether a statement turns against something by nothing but being negative."""
    words = point.words
    negative = point.polarity == "neg" and (words.doubts or words.points) and not is_wish(point)
    refutes = words.refutes and point.act in _SAYS
    plain = point.denies or refutes or opposes(point) or corrects(point)
    return not (plain or negative or scorns(point) or turns_down(point))


def strength(point: Point) -> int:
    """Return how plainly a point turns against something."""
    return 4 * point.denies + 2 * (point.polarity == "neg") + point.words.refutes


def opposes(point: Point) -> bool:
    """Tell whether the reporting words say that somebody turns against what was said."""
    return not opposing().isdisjoint(stems(point.cue))


def corrects(point: Point) -> bool:
    """Tell whether somebody puts right what was said, or takes it back: "corrected its figure"."""
    said = stems(f"{point.cue} {point.text}")
    withdrawn = point.words.points and not withdrawing().isdisjoint(said)
    return withdrawn or not correcting().isdisjoint(said)


def kind_of(point: Point) -> str:
    """Return what a statement does to what it answers: one of `sayso.linked.ANSWERS`."""
    if point.act in ("confirms", "rejects"):
        return point.act
    if turns_down(point):
        return "rejects"
    return "corrects" if corrects(point) else "denies"


def asks(point: Point) -> bool:
    """Tell whether a content leaves open whether something is so: "whether it should"."""
    return point.text.lower().startswith(("whether ", "if "))


def _words(text: str) -> list[str]:
    return text.lower().replace("n't", " not").replace("n’t", " not").split()


def _share(some: frozenset[str], every: frozenset[str]) -> float:
    whole = weigh(every)
    return weigh(some) / whole if whole else 0.0


def _named(speaking: Point, words: Words) -> float:
    """Return what share of the names of who speaks some words name."""
    names = frozenset(word for each in speaking.speakers for word in each)
    return _share(names & words.stems, names)


SIGNS: dict[str, Callable[[Turn], float]] = {
    "contained": lambda t: t.contained,
    "contained in few words": lambda t: t.contained * t.is_empty,
    "contained, opposite": lambda t: t.contained * t.opposite,
    "contained beyond the topic": lambda t: t.beyond,
    "contained beyond names": lambda t: t.nameless,
    "contained beyond names, opposite": lambda t: t.nameless * t.opposite,
    "covered": lambda t: t.covered,
    "covered, opposite": lambda t: t.covered * t.opposite,
    "shared": lambda t: min(t.shared, _SHARED) / _SHARED,
    "shares nothing": lambda t: float(not t.shared),
    "opposite": lambda t: float(t.opposite),
    "same speaker": lambda t: max(0.0, t.speaker),
    "other speaker": lambda t: max(0.0, -t.speaker),
    "same side": lambda t: float(t.same_side),
    "other side": lambda t: float(t.other_side),
    "names nothing": lambda t: float(t.is_empty),
    "denies": lambda t: float(t.denial.act == "denies"),
    "rejects": lambda t: float(t.denial.act == "rejects"),
    "bare": lambda t: float(t.is_bare),
    "bare, accused": lambda t: t.is_bare * t.accused,
    "bare, accused of it": lambda t: t.is_bare * t.accused * (t.other.act in ACCUSES),
    "bare, not accused": lambda t: t.is_bare * (1 - t.accused) * (t.other.act not in ACCUSES),
    "says more": lambda t: (not t.is_bare) * t.nameless,
    "says else": lambda t: (not t.is_bare) * (1 - t.nameless),
    "says else, accused": lambda t: (not t.is_bare) * (1 - t.nameless) * t.accused,
    "rejects a call": lambda t: float(
        t.denial.act in ("rejects", "refuses") and t.other.act in (*CALLS[:3], "offers")
    ),
    "opposes": lambda t: float(opposes(t.denial)),
    "refutes": lambda t: float(t.denial.words.refutes),
    "points": lambda t: float(t.denial.words.points),
    "doubts": lambda t: float(t.denial.words.doubts),
    "indirect": lambda t: float(t.denial.kind == "indirect"),
    "other denies": lambda t: float(t.other.denies),
    "other negative": lambda t: float(t.other.polarity == "neg"),
    "other refutes": lambda t: float(t.other.words.refutes),
    "other accuses": lambda t: float(t.other.act in ACCUSES),
    "other asserts": lambda t: float(t.other.act == "asserts"),
    "other calls": lambda t: float(t.other.act in CALLS[:3]),
    "other accuses who denies": lambda t: (t.other.act in ACCUSES) * t.names_denier,
    "other names who denies": lambda t: t.names_denier,
    "other names the side of who denies": lambda t: float(t.names_side),
    "denial names another, points": lambda t: float(t.denial.words.points and t.names_another),
    "denial names who says, points": lambda t: t.names_sayer * t.denial.words.points,
    "other points": lambda t: float(t.other.words.points),
    "other says little": lambda t: float(t.others < _LITTLE),
}

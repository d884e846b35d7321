"""Two texts -> what they share, counted: narration, speech, furniture, and how much of each text.

Only narration tells a copy. What somebody said stands in both because both report it, and what
belongs to the page stands in both because one outlet made it.
"""

from dataclasses import dataclass
from datetime import date
from itertools import chain

import numpy as np
from rapidfuzz.distance import Indel

from sayso.english.stems import stems, weigh
from sayso.link.copies.alignment import Run, passages, runs
from sayso.link.copies.credits import introduces
from sayso.link.copies.outlets import names_outlet, outlet_of
from sayso.link.copies.words import Words, unstyled
from sayso.linked import Passage

LEAST = 8  # words of a passage; fewer in a row are stock phrases
_FEWEST = 4  # words of a quotation that both have
_BITS = 20.5  # how much it tells, at least; tuned on the pairs of bench/tasks/across/copies.py
_WHOLE_BITS = 8.0  # what it tells that it is a quotation from its first word to its last
_BESIDE = 300  # characters from a passage within which an outlet is named as its source
_NAMED = 20  # words that an outlet is named for, at least
_UNDATED = 99  # days apart, where one has no date


@dataclass(frozen=True, slots=True)
class Evidence:
    """What two articles share, in words.

    `narration` is the reporter's in both, `longest` the most of it in one passage, `captions` what
    of it stands in captions; `lifted` is narration in one and quoted in the other; `speech` and
    `fixed` are the rest. `cover_a` is the share of `a`'s words that is shared, furniture and
    captions aside, and `edits_a` how many between the first and the last of these are not.
    `one_supplier`: both say that they are of one agency or outlet; `a_names_b`: beside a passage
    `a` names the outlet of `b`; `introduced` is the agency named before one. `quotation` is one
    that both have.
    """

    passages: tuple[Passage, ...]
    narration: int
    longest: int
    lifted: int
    speech: int
    fixed: int
    captions: int
    cover_a: float
    cover_b: float
    edits_a: int
    edits_b: int
    headlines: float
    same_outlet: bool
    one_supplier: bool
    a_names_b: bool
    b_names_a: bool
    introduced: str
    days: int
    quotation: Passage | None

    @property
    def named(self) -> bool:
        """Tell whether one names the other's outlet beside it, or both are of one supplier."""
        return self.narration + self.lifted > _NAMED and (
            self.a_names_b or self.b_names_a or self.one_supplier or bool(self.introduced)
        )

    @property
    def most(self) -> float:
        """Return the share of the text of which more is shared."""
        return max(self.cover_a, self.cover_b)

    @property
    def least(self) -> float:
        """Return the share of the text of which less is shared."""
        return min(self.cover_a, self.cover_b)


def evidence(a: Words, b: Words) -> Evidence:
    """Return what two articles share."""
    every = runs(a, b)
    shared = passages(every, LEAST)
    kinds = [_kinds(a, b, list_) for list_ in shared]
    narration, lifted, speech, fixed = (sum(k[n] for k in kinds) for n in range(4))
    covered = list(chain.from_iterable(shared))
    cover_a, edits_a = _cover(a, [(run.a, run.a_end) for run in covered])
    cover_b, edits_b = _cover(b, [(run.b, run.b_end) for run in covered])
    spans = tuple(_passage(a, b, each[0], each[-1]) for each in shared)
    outlet = _outlet(a)
    return Evidence(
        passages=spans,
        narration=narration,
        longest=max((k[0] for k in kinds), default=0),
        lifted=lifted,
        speech=speech,
        fixed=fixed,
        captions=sum(k[4] for k in kinds),
        cover_a=cover_a,
        cover_b=cover_b,
        edits_a=edits_a,
        edits_b=edits_b,
        headlines=_headlines(a, b),
        same_outlet=bool(outlet) and outlet == _outlet(b),
        one_supplier=_one_supplier(a, b),
        a_names_b=_names(a, b, [passage.a for passage in spans]),
        b_names_a=_names(b, a, [passage.b for passage in spans]),
        introduced=_introduced(a, spans, "a") or _introduced(b, spans, "b"),
        days=_days(a, b),
        quotation=next((_passage(a, b, run, run) for run in every if _quoted(a, b, run)), None),
    )


def _passage(a: Words, b: Words, first: Run, last: Run) -> Passage:
    return Passage(a.span(first.a, last.a_end), b.span(first.b, last.b_end))


def _kinds(a: Words, b: Words, passage: list[Run]) -> tuple[int, ...]:
    """Return how many words of a passage are narration, lifted, speech, furniture, captions."""
    at = np.concatenate([np.arange(run.a, run.a_end) for run in passage])
    other = np.concatenate([np.arange(run.b, run.b_end) for run in passage])
    fixed = a.fixed[at] | b.fixed[other]
    in_a, in_b = a.speech[at], b.speech[other]
    narration = ~fixed & ~in_a & ~in_b
    from_a = b.quoted[other] & ~in_a if not a.personal else False
    from_b = a.quoted[at] & ~in_b if not b.personal else False
    lifted = ~fixed & (from_a | from_b)
    speech = len(at) - fixed.sum() - narration.sum() - lifted.sum()
    captions = narration & (a.beside[at] | b.beside[other])
    return tuple(
        int(n)
        for n in (
            *(each.sum() for each in (narration, lifted)),
            speech,
            fixed.sum(),
            captions.sum(),
        )
    )


def _cover(words: Words, ranges: list[tuple[int, int]]) -> tuple[float, int]:
    """Return what share of the article proper is covered, and how many words inside are not."""
    covered = np.zeros(len(words), dtype=np.bool_)
    for first, last in ranges:
        covered[first:last] = True
    proper = covered[~words.beside]
    at = np.flatnonzero(proper)
    if len(at) == 0:
        return 0.0, 0
    return float(proper.mean()), int((~proper[at[0] : at[-1]]).sum())


def _headlines(a: Words, b: Words) -> float:
    """Return how alike two headlines are, 0 to 1, word by word and in order."""
    one, other = ([unstyled(w) for w in words.article.title.split()] for words in (a, b))
    return Indel.normalized_similarity(one, other) if one and other else 0.0


def _outlet(words: Words) -> str:
    return outlet_of(words.article.publisher).name if words.article.publisher else ""


def _one_supplier(a: Words, b: Words) -> bool:
    """Tell whether both are by their own word of one agency, or one of the other's outlet."""
    one, other = ({_outlet(w), w.signed.outlet.name if w.signed else ""} for w in (a, b))
    return _outlet(a) != _outlet(b) and bool((one & other) - {""})


def _names(a: Words, b: Words, spans: list[tuple[int, int]]) -> bool:
    """Tell whether one text names the other's outlet in or beside what they share."""
    text, outlet = a.article.text, b.article.publisher
    near = (text[max(0, start - _BESIDE) : end + _BESIDE] for start, end in spans)
    return _outlet(a) != _outlet(b) and any(names_outlet(words, outlet) for words in near)


def _introduced(words: Words, spans: tuple[Passage, ...], side: str) -> str:
    """Return the agency that is named right before a passage, or nothing."""
    text = words.article.text
    starts = (getattr(passage, side)[0] for passage in spans)
    before = (introduces(text[max(0, at - _BESIDE) : at]) for at in starts)
    return next((outlet.name for outlet in before if outlet), "")


def _days(a: Words, b: Words) -> int:
    one, other = a.article.published, b.article.published
    if one is None or other is None:
        return _UNDATED
    return abs((date.fromisoformat(one.start[:10]) - date.fromisoformat(other.start[:10])).days)


def _quoted(a: Words, b: Words, run: Run) -> bool:
    """Tell whether a run holds the same words of somebody, quoted in one text or the other."""
    quoted = (a.quoted[run.a : run.a_end] & b.speech[run.b : run.b_end]) | (
        a.speech[run.a : run.a_end] & b.quoted[run.b : run.b_end]
    )
    at = np.flatnonzero(quoted)
    if len(at) < _FEWEST:
        return False
    first, last = int(at[0]), int(at[-1]) + 1
    words = a.span(run.a + first, run.a + last).of(a.article.text)
    whole = any(_whole(w, start + first, start + last) for w, start in ((a, run.a), (b, run.b)))
    return weigh(stems(words)) + _WHOLE_BITS * whole >= _BITS


def _whole(words: Words, first: int, last: int) -> bool:
    """Tell whether words are a quotation from its first word to its last."""
    before = first == 0 or not words.quoted[first - 1]
    after = last == len(words) or not words.quoted[last]
    return before and after and bool(words.quoted[first:last].all())

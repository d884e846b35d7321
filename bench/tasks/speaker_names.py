"""How often a statement gets the speakers that a reader names, on labels of names.

Data: sayso's own articles (`own`, and for reporting only `own-test` and `own-kept`), the golden
cases (`cases`), the conflict labels and frontline. The statements are given as gold has them;
mentions are sayso's own. A statement is *right* when sayso names as many speakers as the gold and
each fits one of its names: folded and without article they are the same, or one holds the other's
words, or one is the initials of the other; *none* when sayso names nobody though the gold does;
else *wrong*. Statements of which the gold names nobody are right when sayso names nobody. Also
split by the form of the source: one that holds a name of its own, a pronoun, any other description,
or no source.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from bench.given import who_is_who
from bench.loading import loaded
from bench.scorer import Calibration
from corpora import chains
from corpora.chains import ChainCase
from sayso.english.names import folded, unowned
from sayso.english.pronouns import is_pronoun
from sayso.pipeline import Engine
from sayso.records import Statement
from sayso.resolve.actors.names.name_matching import acronym

DATA: dict[str, Callable[[], list[ChainCase]]] = {
    "own": partial(chains.own, "tune"),
    "own-test": partial(chains.own, "test"),
    "own-kept": partial(chains.own, "kept"),
    "cases": chains.cases,
    "conflict-train": partial(chains.conflict, "train"),
    "conflict-dev": partial(chains.conflict, "dev"),
    "frontline-train": partial(chains.frontline, "train"),
    "frontline-dev": partial(chains.frontline, "dev"),
}
_LIGHT_WORDS = "the a an of for in and government state"
_LIGHT = frozenset(_LIGHT_WORDS.split())
FORMS = ("names", "pronouns", "descriptions", "sourceless")
_WORD = re.compile(r"[^\W_]+(?:[-.'’&][^\W_]+)*")
# Where the words that head a source end: "the head | of the clinic".
_TAIL = re.compile(r"\s(?:of|in|from|at|with|for|on|by|to|who|whose|which|that)\b|,|\(")


def load(data: str) -> list[ChainCase]:
    """Return the cases of one of `DATA`.

    Raises ReadError, of the kind `absent` when they are not on this machine.
    """
    return loaded(data, DATA[data])


def fits(said: str, name: str) -> bool:
    """Tell whether two names can be one: equal but for light words, one in the other, initials."""
    said, name = unowned(said), unowned(name)
    a, b = _words(said), _words(name)
    if folded(said) == folded(name) or a == b:
        return True
    if ("government" in folded(said)) != ("government" in folded(name)):
        return False
    return bool(a and b and (a <= b or b <= a)) or acronym(said, name) or acronym(name, said)


def _words(name: str) -> set[str]:
    return {w for w in folded(name).split() if w not in _LIGHT}


class Judged(NamedTuple):
    """What sayso makes of who speaks in a statement of a case, how sure it is, and the outcome."""

    case: ChainCase
    number: int
    said: tuple[str, ...]
    score: float
    outcome: str


def judged(engine: Engine, data: str) -> Iterator[Judged]:
    """Yield each statement of the data with what becomes of it."""
    for case in load(data):
        given = who_is_who(engine, case.article, case.statements)
        names = {actor.id: actor.name for actor in given.who.actors}
        for number, speaking in enumerate(given.speaking):
            said = tuple(names[given.who.ids[cluster.number]] for cluster in speaking.clusters)
            wanted = case.chains[number].speakers
            yield Judged(case, number, said, speaking.score, outcome(said, wanted))


def outcome(said: Sequence[str], wanted: Sequence[str]) -> str:
    """Return whether the names of speakers are `right`, `wrong`, or `none` though some are due."""
    if not said:
        return "none" if wanted else "right"
    fit = len(said) == len(wanted) and all(any(fits(s, w) for w in wanted) for s in said)
    return "right" if fit else "wrong"


def form(text: str, statement: Statement, speakers: Sequence[str]) -> str:
    """Return which of `FORMS` a statement's source has, told without sayso's own reading of it.

    The word that heads the speaker's name stands in the source with a capital, or such a word heads
    the source.
    """
    if not statement.source:
        return "sourceless"
    words = unowned(" ".join(span.of(text) for span in statement.source)).strip(" ,")
    if is_pronoun(words):
        return "pronouns"
    capitals = {word.lower() for word in _WORD.findall(words) if not word[0].islower()}
    heading = [_heading(unowned(name)) for name in speakers]
    if any(head in capitals for head in (h.lower() for h in heading if not h[:1].islower())):
        return "names"
    return "names" if _heading(words)[:1].isupper() else "descriptions"


def _heading(words: str) -> str:
    """Return the word that heads a phrase: "head" of "the head of the clinic"."""
    return next(reversed(_WORD.findall(_TAIL.split(words, maxsplit=1)[0])), "")


def figures(data: str) -> dict[str, float]:
    """Return the figures that may have a floor. Raises ReadError when the corpus is absent."""
    return measure(Engine.load(), data)


def measure(engine: Engine, data: str) -> dict[str, float]:
    """Return the shares of right, wrong and none, of all and by the form of the source.

    The calibration error is that of the scores of the speakers that sayso names.
    """
    every = list(judged(engine, data))
    counts: Counter[tuple[str, str]] = Counter()
    for case, number, *_, became in every:
        speakers = case.chains[number].speakers
        counts[form(case.article.text, case.statements[number], speakers), became] += 1
    named = tuple((each.score, each.outcome == "right") for each in every if each.said)
    figures = {"expected_calibration_error": Calibration(named, len(every)).error()}
    for name in ("all", *FORMS):
        total = sum(n for (key, _), n in counts.items() if name in {"all", key})
        figures[f"{name}_statements"] = float(total)
        for outcome in ("right", "wrong", "none"):
            among = sum(
                n for key, n in counts.items() if name in {"all", key[0]} and key[1] == outcome
            )
            figures[f"{name}_{outcome}"] = among / max(total, 1)
    return figures

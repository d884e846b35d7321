"""How often a statement gets the speakers that a reader names, on labels of names.

Data: sayso's own articles (`own`, and `own-test` kept for reporting), the golden cases (`cases`),
the conflict labels and frontline. The statements are given as gold has them; mentions are sayso's
own. A statement is *right* when sayso names as many speakers as the gold and each fits one of its
names: folded and without article they are the same, or one holds the other's words, or one is the
initials of the other; *none* when sayso names nobody though the gold does; else *wrong*. Statements
of which the gold names nobody are right when sayso names nobody. Also split by whether the
statement has a source of its own.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from bench.given import who_is_who
from corpora import chains
from corpora.chains import ChainCase
from sayso.english.names import folded, unowned
from sayso.errors import ReadError
from sayso.pipeline import Engine
from sayso.resolve.actors.name_matching import acronym

DATA: dict[str, Callable[[], list[ChainCase]]] = {
    "own": partial(chains.own, test=False),
    "own-test": partial(chains.own, test=True),
    "cases": chains.cases,
    "conflict-train": partial(chains.conflict, "train"),
    "conflict-dev": partial(chains.conflict, "dev"),
    "frontline-dev": partial(chains.frontline, "dev"),
}
_LIGHT_WORDS = "the a an of for in and government state"
_LIGHT = frozenset(_LIGHT_WORDS.split())


def load(data: str) -> list[ChainCase]:
    """Return the cases of one of `DATA`."""
    return DATA[data]()


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


def outcomes(engine: Engine, data: str) -> Iterator[tuple[ChainCase, int, tuple[str, ...], str]]:
    """Yield for each statement its case, number, the names that sayso gives, and the outcome."""
    for case in load(data):
        who = who_is_who(engine, case.article, case.statements)
        names = {actor.id: actor.name for actor in who.actors}
        for number, speaking in enumerate(who.speakers):
            said = tuple(names[who.ids[cluster.number]] for cluster in speaking.clusters)
            yield case, number, said, _outcome(said, case.chains[number].speakers)


def _outcome(said: Sequence[str], wanted: Sequence[str]) -> str:
    if not said:
        return "none" if wanted else "right"
    fit = len(said) == len(wanted) and all(any(fits(s, w) for w in wanted) for s in said)
    return "right" if fit else "wrong"


def figures(data: str) -> dict[str, float]:
    """Return the figures that may have a floor. Raises ReadError when the corpus is absent."""
    try:
        return measure(Engine.load(), data)
    except FileNotFoundError as error:
        raise ReadError(data, "absent", f"the corpus is not there ({error})") from error


def measure(engine: Engine, data: str) -> dict[str, float]:
    """Return the shares of right, wrong and none, of all and of those without a source."""
    counts: Counter[tuple[bool, str]] = Counter()
    for case, number, _, outcome in outcomes(engine, data):
        counts[bool(case.statements[number].source), outcome] += 1
    figures = {}
    for name, keys in (("all", (True, False)), ("sourceless", (False,))):
        total = sum(n for (key, _), n in counts.items() if key in keys)
        figures[f"{name}_statements"] = float(total)
        for outcome in ("right", "wrong", "none"):
            figures[f"{name}_{outcome}"] = sum(counts[k, outcome] for k in keys) / max(total, 1)
    return figures

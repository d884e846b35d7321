"""How often a statement gets the speakers that a reader names, on labels of names.

Data: sayso's own articles (`own`, and `own-test` kept for reporting), the golden cases (`cases`),
the conflict labels and frontline. The statements are given as gold has them; mentions are sayso's
own; of a statement that is not taken into the record sayso names nobody. A statement is *right*
when sayso names as many speakers as the gold and each fits one of its names: folded and without
article they are the same, or one holds the other's words, or one is the initials of the other;
*none* when sayso names nobody though the gold does; else *wrong*. Statements of which the gold
names nobody are right when sayso names nobody. Also split by whether the statement has a source of
its own.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from corpora import chains
from corpora.chains import ChainCase
from sayso.annotate.quotes import quoted_mask
from sayso.annotate.statements import kind
from sayso.errors import ReadError
from sayso.pipeline import Engine
from sayso.records import Annotation, Article, Statement
from sayso.resolve.actors.name_matching import acronym, folded

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


@dataclass(frozen=True, slots=True)
class Case:
    """One article with gold statements and, of each, the names of who speaks."""

    article: Article
    statements: tuple[Statement, ...]
    speakers: tuple[tuple[str, ...], ...]


def load(data: str) -> list[Case]:
    """Return the cases of one of `DATA`."""
    return [_case(case) for case in DATA[data]()]


def _case(case: ChainCase) -> Case:
    quoted = quoted_mask(case.article.text)
    statements = tuple(
        replace(s, kind=kind(case.article.text, quoted, s.content)) for s in case.statements
    )
    return Case(case.article, statements, tuple(gold.speakers for gold in case.chains))


def fits(said: str, name: str) -> bool:
    """Tell whether two names can be one: equal but for light words, one in the other, initials."""
    a, b = _words(said), _words(name)
    if folded(said) == folded(name) or a == b:
        return True
    if ("government" in folded(said)) != ("government" in folded(name)):
        return False
    return bool(a and b and (a <= b or b <= a)) or acronym(said, name) or acronym(name, said)


def _words(name: str) -> set[str]:
    return {w for w in folded(name).split() if w not in _LIGHT}


def outcomes(engine: Engine, data: str) -> Iterator[tuple[Case, int, tuple[str, ...], str]]:
    """Yield for each statement its case, number, the names that sayso gives, and the outcome."""
    for case in load(data):
        (seen,) = engine.annotator([case.article])
        annotation = Annotation(case.statements, seen.mentions)
        record = engine.resolver(case.article, annotation, engine.annotator.model)
        names = {a.id: a.name for a in record.actors}
        kept = [statement.id for statement in record.statements]
        by_id = dict(zip(kept, record.provenance, strict=True))
        for number, statement in enumerate(case.statements):
            provenance = by_id.get(statement.id)
            said = tuple(names[i] for i in provenance.speakers) if provenance else ()
            yield case, number, said, _outcome(said, case.speakers[number])


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

"""The words of a statement -> what of them is compared: stems, names, rows of words, figures."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from sayso.english.function_words import negations
from sayso.english.sentences import opens
from sayso.english.stems import WORD, stem, stems, weigh, weight
from sayso.english.tables import listed
from sayso.link.claims.circumstances import kinds, whose
from sayso.link.compare.figures import Figure, figures

Row = tuple[str, ...]

_ROW = 3  # words in a row
_KNOWN = 10.0  # bits of the rarest words that are no names
_QUOTED = re.compile(r"[\"“”]([^\"“”]{3,}?)[\"“”]|‘‘(.{3,}?)’’")
# Behind what a word with a capital need not be a name, beside the end of a sentence.
_LEADS_IN = (":", '"', "“", "‘", "(")


@dataclass(frozen=True, slots=True)
class Words:
    """What a statement says, as it is compared.

    `stems` are those that tell something, `names` those of words with a capital, `rows` all rows of
    three words, `quoted` those given as somebody's very words. `people` are the kinds of people
    that it speaks of, `whose` the stems of whose they are. `refutes`: it says that what another
    said is not so; `points`: it names what another said no closer than as a claim or charge.
    """

    stems: frozenset[str]
    names: frozenset[str]
    rows: frozenset[Row]
    quoted: frozenset[Row]
    figures: tuple[Figure, ...]
    people: frozenset[str]
    whose: frozenset[str]
    bits: float
    refutes: bool
    doubts: bool
    points: bool

    @property
    def own(self) -> frozenset[str]:
        """Return the stems that neither refute nor point: what is talked about."""
        return self.stems - refuting() - claim_nouns()


@lru_cache(maxsize=1 << 14)
def words_of(text: str, quoted: bool, meant: tuple[str, ...]) -> Words:
    """Return the words of a text; `meant` are stems of names that its pronouns stand for."""
    row = stems(text)
    telling = frozenset(filter(weight, row)) | set(meant)
    quotes = [text] if quoted else [one or other for one, other in _QUOTED.findall(text)]
    return Words(
        stems=telling,
        names=frozenset(_names(text)) | set(meant),
        rows=frozenset(_rows(row)),
        quoted=frozenset(each for quote in quotes for each in _rows(stems(quote))),
        figures=figures(text),
        people=kinds(text),
        whose=whose(text),
        bits=weigh(telling),
        refutes=not refuting().isdisjoint(row),
        doubts=not doubting().isdisjoint(row),
        points=not claim_nouns().isdisjoint(row),
    )


@cache
def refuting() -> frozenset[str]:
    """Return the stems of words that say that something is not so."""
    return _listed("refuting")


@cache
def doubting() -> frozenset[str]:
    """Return the stems of words that do so where they are negated."""
    return _listed("doubting")


@cache
def correcting() -> frozenset[str]:
    """Return the stems of words that say that something is put right."""
    return _listed("correcting")


@cache
def opposing() -> frozenset[str]:
    """Return the stems of reporting words that say that somebody turns against what was said."""
    return _listed("opposing")


@cache
def guilt() -> frozenset[str]:
    """Return the stems of words by which somebody says no more than that he did not do it."""
    return _listed("guilt")


@cache
def negating() -> frozenset[str]:
    """Return the words that turn reporting words round: "did not deny"."""
    return negations() | listed("claims.toml", "negating")


@cache
def untold() -> frozenset[str]:
    """Return the stems of what stands before a noun for what was said that was not told yet."""
    return _listed("untold")


@cache
def withdrawing() -> frozenset[str]:
    """Return the stems of words that do so of what somebody said: "withdrew the claim"."""
    return _listed("withdrawing")


@cache
def claim_nouns() -> frozenset[str]:
    """Return the stems of nouns that point at what somebody said."""
    return _listed("claims")


def _listed(name: str) -> frozenset[str]:
    return frozenset(map(stem, listed("claims.toml", name)))


def _names(text: str) -> Iterator[str]:
    """Yield the stems of words with a capital; of those that may open a sentence, unknown ones."""
    for match in WORD.finditer(text):
        if match[0][0].isupper():
            first = opens(text, match.start(), after=_LEADS_IN)
            yield from (s for s in stems(match[0]) if weight(s) > (_KNOWN if first else 0))


def _rows(row: Sequence[str]) -> Iterator[Row]:
    for first in range(len(row) - _ROW + 1):
        yield tuple(row[first : first + _ROW])

"""Determiners, auxiliaries, prepositions, negations, and the small words inside names.

They stand in `sayso/data/english/function_words.csv`.
"""

from functools import cache

from sayso.english.numbers import number_words, uncounted
from sayso.english.tables import rows


@cache
def articles() -> frozenset[str]:
    """Return "the", "a" and "an"."""
    return _words("article")


@cache
def owners() -> frozenset[str]:
    """Return what says whose somebody or something is: "his", "our"; what only speech has aside."""
    return _words("owner")


@cache
def definite() -> frozenset[str]:
    """Return what opens the description of somebody known: "the", "his"."""
    return _words("pointing", "owner") | {"the"}


@cache
def indefinite() -> frozenset[str]:
    """Return what opens the description of somebody new: "a", "several", "three", "dozens"."""
    numbers = number_words("cardinal", "tens", "scale").keys()
    return _words("indefinite") | (articles() - definite()) | numbers | uncounted()


@cache
def determiners() -> frozenset[str]:
    """Return what may open a description."""
    return definite() | indefinite() | _words("spoken")


@cache
def particles() -> frozenset[str]:
    """Return the small words that may begin a surname: "van", "al"."""
    return _words("particle")


@cache
def joints() -> frozenset[str]:
    """Return the small words that stand inside a name: "of", "and", "de"."""
    return _words("particle") | _words("joint")


@cache
def joints_inside(names: str) -> frozenset[str]:
    """Return those of them that stand inside the names of outlets, or of places."""
    table = rows("english/function_words.csv")
    inside = [row["words"] for row in table if names in row["inside"].split()]
    return frozenset(word for words in inside for word in words.split())


@cache
def legal_forms() -> frozenset[str]:
    """Return what ends the name of a company: "inc", "holdings"."""
    return _words("legal")


@cache
def prepositions() -> frozenset[str]:
    """Return the prepositions of one word: "of", "against"."""
    return _words("preposition")


@cache
def sequels() -> frozenset[str]:
    """Return what opens a clause that tells what somebody did next: "and", "then"."""
    return _words("sequel")


@cache
def modals() -> frozenset[str]:
    """Return the verbs that carry mood: "will", "might"."""
    return _words("modal")


@cache
def auxiliaries() -> frozenset[str]:
    """Return the verbs that carry tense or mood and nothing else: "was", "has", "will"."""
    return tense_verbs() | modals()


@cache
def tense_verbs() -> frozenset[str]:
    """Return the verbs that carry tense and nothing else: "was", "has"."""
    return _words("auxiliary")


@cache
def contracted() -> frozenset[str]:
    """Return the auxiliaries that hold what negates them: "won't", "cannot"."""
    return _words("contracted")


@cache
def negations(*kinds: str) -> frozenset[str]:
    """Return what says that something is not so: "not", "nobody", "without", "won't".

    Of some kinds alone, where they are given: negator, none, nobody, lacking, contracted.
    """
    return _words(*(kinds or ("negator", "none", "nobody", "lacking", "contracted")))


@cache
def commonest() -> frozenset[str]:
    """Return the words that every English text is full of, and texts in other languages are not."""
    return _words("commonest")


def _words(*kinds: str) -> frozenset[str]:
    table = rows("english/function_words.csv")
    return frozenset(word for row in table if row["kind"] in kinds for word in row["words"].split())

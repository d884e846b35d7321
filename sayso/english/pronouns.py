"""Words -> whether they are a pronoun, and which: `sayso/data/english/pronouns.csv`."""

from collections.abc import Mapping
from functools import cache

from sayso.english.tables import rows

_LOOKALIKES = frozenset({"US", "IT", "WHO"})  # in capitals these are names


def is_pronoun(words: str) -> bool:
    """Tell whether `words` are one pronoun and nothing else; "US" is a name."""
    return words.lower() in pronouns() and words not in _LOOKALIKES


def plain_form(words: str) -> str:
    """Return the pronoun that `words` are a form of: "him" is he; nothing for any other words."""
    return "" if words in _LOOKALIKES else _plain_forms().get(words.lower(), "")


@cache
def pronouns(*kinds: str) -> frozenset[str]:
    """Return the pronouns of some kinds, or all of them, in small letters."""
    return frozenset(
        word
        for row in rows("english/pronouns.csv")
        if not kinds or row["kind"] in kinds
        for word in row["words"].split()
    )


@cache
def subjects(*persons: str) -> frozenset[str]:
    """Return the plain forms of the pronouns of some persons, or of all: first has "i" and "we"."""
    return frozenset(row["plain"] for row in _personal() if not persons or row["person"] in persons)


@cache
def forms(*plain: str) -> frozenset[str]:
    """Return all forms of some pronouns by their plain forms, in small letters."""
    return frozenset(form for form, known in _plain_forms().items() if known in plain)


@cache
def sexes_of_pronouns() -> Mapping[str, str]:
    """Return the pronouns that tell a sex, in their plain form, with m or f."""
    return {row["plain"]: row["sex"] for row in _personal() if row["sex"]}


@cache
def _personal() -> tuple[dict[str, str], ...]:
    return tuple(row for row in rows("english/pronouns.csv") if row["kind"] == "personal")


@cache
def _plain_forms() -> dict[str, str]:
    table = rows("english/pronouns.csv")
    return {word: row["plain"] for row in table for word in row["words"].split()}

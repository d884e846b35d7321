"""A word of English -> the dictionary words that it may be a form of, by rules and two tables.

The tables are `irregular_forms.csv` and `nominal_endings.csv` in `sayso/data/english`.
"""

from collections.abc import Iterator
from functools import cache

from sayso.english.tables import rows

# "dis", "un" and "mis" turn a meaning round and are therefore not taken off.
_PREFIXES = ("re-", "re", "counter-", "counter", "over", "pre", "out", "co-", "cross-")
_SHORTEST = 3


def forms(word: str) -> frozenset[str]:
    """Return `word` and all words of which it may be an inflected form, all in lower case."""
    lemmas = {word, *_uninflected(word)}
    if word in irregular():
        lemmas.add(irregular()[word])
    lemmas.update([form.replace("iz", "is").replace("yz", "ys") for form in lemmas])
    lemmas.update([form.replace("skeptic", "sceptic").replace("ense", "ence") for form in lemmas])
    american = [form for form in lemmas if form.startswith(("fav", "hon", "lab"))]
    lemmas.update([form.replace("or", "our") for form in american])
    return frozenset(lemmas)


def derived(word: str) -> Iterator[str]:
    """Yield verbs that `word` may be built on ("denial" deny, "restate" state), likeliest first."""
    for form in sorted(forms(word), key=len):
        yield from _verbs_in(form)


def _verbs_in(form: str) -> Iterator[str]:
    for ending, verb_endings in _nominal_endings():
        stem = form.removesuffix(ending)
        if stem != form and len(stem) >= _SHORTEST:
            yield from (stem + verb_ending for verb_ending in verb_endings)
            if len(stem) > _SHORTEST and stem[-1] == stem[-2]:
                yield stem[:-1]
    for prefix in _PREFIXES:
        rest = form.removeprefix(prefix)
        if rest != form and len(rest) > _SHORTEST:
            yield rest


def is_irregular(word: str) -> bool:
    """Tell whether a word is a form of a verb that no rule makes: "was", "told"."""
    return word in irregular()


@cache
def irregular() -> dict[str, str]:
    """Return the lemma of each irregular form."""
    table = rows("english/irregular_forms.csv")
    return {form: row["lemma"] for row in table for form in row["forms"].split()}


@cache
def _nominal_endings() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the endings of nouns, each with what may stand in its place in the verb."""
    return tuple(
        (row["ending"], tuple(end.removeprefix("-") for end in row["verb"].split()))
        for row in rows("english/nominal_endings.csv")
    )


def _uninflected(word: str) -> Iterator[str]:
    if len(word) <= _SHORTEST:
        return
    if word.endswith(("ies", "ied")):
        yield word[:-3] + "y"
    if word.endswith("s") and not word.endswith("ss"):
        yield word[:-1]
    for ending in ("es", "ed", "ing"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 1:
            yield stem
            yield stem + "e"
            if len(stem) > _SHORTEST and stem[-1] == stem[-2]:
                yield stem[:-1]  # "quip" for "quipp"

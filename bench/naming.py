"""Whether words of an article can stand for a name that somebody labelled. For the benchmarks."""

from sayso.english.names import folded, unowned
from sayso.english.pronouns import pronouns

_LIGHT = frozenset(["the", "a", "an", "of", "for", "in", "and", "news", "agency", "newspaper"])
_PRONOUNS = pronouns("personal") | {"who"}


def same_name(said: str, name: str) -> bool:
    """Tell whether words of an article can stand for a labelled name.

    Short and full forms fit each other ("Banner", "Torvesk Banner"), initials fit the words they
    stand for, and a pronoun fits any name: who it stands for is not decided here.
    """
    a, b = _tokens(said), _tokens(name)
    if not a or not b or (a[0] in _PRONOUNS and len(a) <= 2):
        return bool(a and b)
    for short, full in ((a, b), (b, a)):
        heavy = [t for t in short if t not in _LIGHT] or short
        if set(heavy) <= set(full):
            return True
        initials = "".join(t[0] for t in full if t not in {"the", "of", "and"})
        if len(short) == 1 and len(initials) > 1 and short[0] == initials:
            return True
    return False


def _tokens(name: str) -> list[str]:
    return folded(unowned(name)).split()

"""An Arabic name of a place in English letters -> how it sounds, and what is spelt alike.

"Ma'arrat al-Numan" is GeoNames' "Ma‘arrat an Nu‘mān", "Tal Rifaat" its "Tall Rif‘at": what they
share are their consonants.
"""

import re
from difflib import SequenceMatcher

from sayso.english.tables import listed

# Consonants that are written with one letter or two, and those that transliterations confuse.
_WRITTEN = "tch:j dj:j kh:x gh:g sh:s ch:s th:t dh:d ph:f ck:k q:k c:k z:d"
_SOUNDS = dict(pair.split(":") for pair in _WRITTEN.split())
_SOUND = re.compile("|".join(_SOUNDS))
_SILENT = re.compile(r"[aeiouyhw'’‘]|(?<=(.))\1")
_JOINT = re.compile("[ -]")
_ARTICLES = listed("places.toml", "articles") | listed("places.toml", "spelt_articles")
_FEWEST = 3  # consonants of a name that tell it from others
_ALIKE = 0.7  # of the letters of two spellings of one name


def without_articles(folded: str) -> str:
    """Return a folded name without Arabic articles."""
    return " ".join(word for word in _JOINT.split(folded) if word not in _ARTICLES)


def sounds(name: str) -> str:
    """Return the consonants of a name of several words: "mrt nmn"; nothing where they are few."""
    if " " not in name:
        return ""
    spelt = (_SOUND.sub(lambda m: _SOUNDS[m[0]], word) for word in name.split(" "))
    key = " ".join(_SILENT.sub("", word) for word in spelt)
    return key if len(key.replace(" ", "")) >= _FEWEST else ""


def alike(one: str, other: str) -> bool:
    """Tell whether two names without articles share most of their letters."""
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE

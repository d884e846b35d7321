"""Names -> the form in which they are compared, and names without what only a sentence adds."""

import re
import unicodedata
from functools import lru_cache

from sayso.english.function_words import particles

_IGNORED = frozenset({"Mn", "Cf"})  # accents, and the joiners that web pages leave in their text
# Latin letters that do not decompose into a letter and an accent, as people type them.
_LETTERS = str.maketrans(
    dict(zip("øłđıðəǝħþ", "oldidaaht", strict=True)) | {"æ": "ae", "œ": "oe", "ŋ": "ng"}
)
_APOSTROPHES = str.maketrans(dict.fromkeys("'’‘ʼʻ`´ʹʺ′ʿʾ\"·"))
_MARKS = re.compile(r"[\W_]+")
_INITIALS = re.compile(r"\b\w(?: \w)+\b")  # "u s"
_IN_FULL = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
_SHORTENED = re.compile(rf"(?<!\S)(?:{'|'.join(_IN_FULL)})(?!\S)")
_FULL = 2  # words of a full name
POSSESSIVE = re.compile(r"['’]s\Z|(?<=s)['’]\Z")  # at the end of a name
_POSSESSIVES = re.compile(r"['’]s\b|(?<=s)['’](?!\w)")


def levelled(text: str) -> str:
    """Return text in small letters without accents: `Łódź` is `lodz`."""
    if text.isascii():
        return text.lower()
    small = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    kept = (c for c in small if unicodedata.category(c) not in _IGNORED)
    return "".join(kept).translate(_LETTERS)


@lru_cache(maxsize=1 << 15)  # the same names come back in every article
def folded(name: str, *, initials: bool = False, places: bool = False) -> str:
    """Return the words of a name levelled, without marks and without a leading "the".

    Apostrophes join ("O'Brien" is obrien), all other marks part. With `initials`, single letters
    in a row are one word: "U.S." is us; a person's stay apart, since "J. K." is a Joan too. With
    `places`, what names of places shorten stands in full: "St. Anne" is saint anne.
    """
    plain = levelled(name.translate(_APOSTROPHES).replace("&", " and "))
    words = _MARKS.sub(" ", plain).strip().removeprefix("the ")
    if initials:
        words = _INITIALS.sub(lambda row: row[0].replace(" ", ""), words)
    return _SHORTENED.sub(lambda word: _IN_FULL[word[0]], words) if places else words


def in_small(name: str) -> str:
    """Return a person's name in capitals as it is written elsewhere: "ANA AL-RUEL" is Ana al-Ruel.

    One word stays, which may be an acronym, and so do initials: "J.K. RUEL" is J.K. Ruel.
    """
    words = name.split(" ")
    if not name.isupper() or len(words) < _FULL:
        return name
    return " ".join("-".join(map(_in_small, word.split("-"))) for word in words)


def _in_small(word: str) -> str:
    if "." in word:
        return word
    low = word.lower()
    if low in particles():
        return low
    return re.sub(
        r"(?:^mc|^[^\W\d_]['’]|^)\w",
        lambda begun: begun[0][:-1].capitalize() + begun[0][-1].upper(),
        low,
    )


def unowned(words: str) -> str:
    """Return words without the endings of possession: "Karsk's" is Karsk."""
    return _POSSESSIVES.sub("", words)


def owns(text: str, at: int) -> bool:
    """Tell whether what ends at an offset owns what follows: "Karsk" in "Karsk's mayor"."""
    return _POSSESSIVES.match(text, at) is not None

"""Words of a role or of a body's name -> the country that they name, and the words without it."""

from functools import cache, lru_cache

from sayso.english.names import folded, unowned
from sayso.english.tables import listed, rows

_MOST = 4  # words of a country's name that are looked for


@lru_cache(maxsize=1 << 16)
def parted(words: str) -> tuple[tuple[str, ...], str]:
    """Return folded words without the country among them, and its code, empty where none is.

    "Russia's Foreign Ministry" and "Foreign Ministry of Russia" are foreign, ministry and RU. A
    name of two places, as Georgia is, tells none.
    """
    rest = tuple(folded(unowned(words), initials=True).split())
    for length in range(min(_MOST, len(rest)), 0, -1):
        for at in range(len(rest) - length + 1):
            code = lands().get(" ".join(rest[at : at + length]))
            if code:
                return _trimmed((*rest[:at], *rest[at + length :])), code
    return rest, ""


def _trimmed(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return words without a joint at either end: "government of", "foreign ministry of the"."""
    small = ("of", "the", "for", "in", "to", "and", "s")
    start, end = 0, len(words)
    while start < end and words[start] in small:
        start += 1
    while end > start and words[end - 1] in small:
        end -= 1
    return words[start:end]


@cache
def lands() -> dict[str, str]:
    """Return codes by folded name, demonym or seat of the government: "the Kremlin" is RU."""
    table = sorted(rows("countries.csv"), key=lambda row: -int(row["population"]))
    codes: dict[str, str] = {}
    for row in table:
        codes.setdefault(_key(row["name"]), row["code"])
    for column in ("names", "demonyms"):
        for row in table:
            for name in row[column].split("|"):
                codes.setdefault(_key(name), row["code"])
    for row in rows("seats.csv"):
        if row["country"] and row["building"]:
            codes.setdefault(_key(row["seat"]), row["country"])
    doubtful = listed("entities.toml", "doubtful")
    return {name: code for name, code in codes.items() if name and name not in doubtful}


def _key(name: str) -> str:
    return folded(name, initials=True)


@cache
def country_names() -> dict[str, str]:
    """Return what countries are called by code."""
    return {row["code"]: row["name"] for row in rows("countries.csv")}

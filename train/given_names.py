"""Faker's given names -> `sayso/data/english/given_names.csv`: `python -m train.given_names`.

Faker (MIT) keeps lists of given names by sex and country. A name counts for a sex when at least
three times as many lists know it for that one as for the other; Cyrillic names are written in
Latin letters as passports and agencies do.
"""

import importlib
import pkgutil
from collections import Counter
from pathlib import Path

from sayso.english.names import levelled

DATA = Path(__file__).resolve().parent.parent / "sayso" / "data"
OUT = DATA / "english" / "given_names.csv"
COMMENT = """\
# Made by train/given_names.py from Faker (MIT): names that are clearly of one sex.
# name: folded. sex: m or f."""
CLEAR = 3  # times as many lists
_CYRILLIC_LETTERS = "абвгґдеєёжзиіїйклмнопрстуфхцчшщъыьэюя"
# One for each, nothing for the hard and the soft sign.
_LATIN = "a b v g g d e ye yo zh z i i i i k l m n o p r s t u f kh ts ch sh shch  y  e yu ya"
_CYRILLIC = dict(zip(_CYRILLIC_LETTERS, _LATIN.split(" "), strict=True))


def plain(name: str) -> str:
    """Return a name in lower-case Latin letters without accents; empty for other scripts."""
    latin = "".join(_CYRILLIC.get(c, c) for c in name.lower())
    bare = levelled(latin)
    return bare if bare.isascii() and bare.isalpha() and len(bare) > 1 else ""


def main() -> None:
    """Count the lists and write the file."""
    from faker.providers import person

    men: Counter[str] = Counter()
    women: Counter[str] = Counter()
    for module in pkgutil.iter_modules(person.__path__):
        if not module.ispkg:
            continue
        provider = importlib.import_module(f"{person.__name__}.{module.name}").Provider
        for attribute, counts in (("first_names_male", men), ("first_names_female", women)):
            counts.update({plain(name) for name in getattr(provider, attribute, ())})
    rows = []
    for name in sorted((men.keys() | women.keys()) - {""}):
        if men[name] >= CLEAR * women[name]:
            rows.append(f"{name},m")
        elif women[name] >= CLEAR * men[name]:
            rows.append(f"{name},f")
    OUT.write_text(f"{COMMENT}\nname,sex\n" + "\n".join(rows) + "\n")
    print(f"{len(rows)} names")


if __name__ == "__main__":
    main()

"""Given names -> `sayso/data/english/given_names.csv`: `python -m train.given_names`.

Faker (MIT) keeps lists of given names by sex and country. A name counts for a sex when at least
three times as many lists know it for that one as for the other; Cyrillic names are written in
Latin letters as passports and agencies do, Ukrainian ones as Ukraine does. Names that Faker lacks
stand in `train/given_names.toml`.
"""

import importlib
import pkgutil
import re
import tomllib
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from sayso.english.names import levelled

DATA = Path(__file__).resolve().parent.parent / "sayso" / "data"
OUT = DATA / "english" / "given_names.csv"
COMMENT = """\
# Made by train/given_names.py from Faker (MIT) and by hand: names that are clearly of one sex.
# name: folded. sex: m or f."""
CLEAR = 3  # times as many lists
_CYRILLIC_LETTERS = "абвгґдеєёжзиіїйклмнопрстуфхцчшщъыьэюя"
# One for each, nothing for the hard and the soft sign.
_LATIN = "a b v g g d e ye yo zh z i i i i k l m n o p r s t u f kh ts ch sh shch  y  e yu ya"
_CYRILLIC = dict(zip(_CYRILLIC_LETTERS, _LATIN.split(" "), strict=True))
# As Ukraine writes its names in passports, and as agencies do: Oleksii and Oleksiy.
_UKRAINIAN = [
    _CYRILLIC | dict(zip("гиєїйюя", letters.split(), strict=True))
    for letters in ("h y ie i i iu ia", "h y ye i y yu ya")
]
_BY_HAND = Path(__file__).with_suffix(".toml")


def plain(name: str, letters: Mapping[str, str] = _CYRILLIC) -> str:
    """Return a name in lower-case Latin letters without accents; empty for other scripts."""
    latin = "".join(letters.get(c, c) for c in name.lower())
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
            names = getattr(provider, attribute, ())
            spelt = [_CYRILLIC, *_UKRAINIAN] if module.name == "uk_UA" else [_CYRILLIC]
            every = {plain(name, letters) for name in names for letters in spelt}
            counts.update(every | {re.sub("i[iy]a$", "ia", name) for name in every})
    by_hand = tomllib.loads(_BY_HAND.read_text("utf-8"))
    for counts, sex in ((men, "m"), (women, "f")):
        counts.update({name for name in by_hand[sex].split() if name.isascii() and name.isalpha()})
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

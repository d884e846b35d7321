"""Countries by name, demonym, capital and seat: words of an article -> ISO 3166-1 codes.

Reads `countries.csv` (made by `train/places/gazetteer.py`), `places.csv`, `places.toml` and
`seats.csv` in `sayso/data`.
"""

from dataclasses import dataclass
from functools import cache, cached_property

from sayso.english.tables import listed, rows
from sayso.resolve.places.gazetteer import fold

# Names of a country that stand for it only behind a word such as "to the": "the States".
LED_ONLY = listed("places.toml", "led_only")
_WITH_ARTICLE = tuple(listed("places.toml", "with_article"))
_PLURALS = ("", *sorted(listed("places.toml", "people")))


@dataclass(frozen=True, slots=True)
class Country:
    """One country or territory with a code of ISO 3166-1 (XK for Kosovo, as is usual)."""

    code: str
    name: str
    geonames: int
    capital: str
    capital_geonames: int | None
    names: tuple[str, ...]
    demonyms: tuple[str, ...]

    @property
    def government(self) -> str:
        """Return what its government is called as an actor."""
        article = "the " if self.name.lower().startswith(_WITH_ARTICLE) else ""
        return f"government of {article}{self.name}"


class Countries:
    """The countries of the world, loaded on first use and then held."""

    @cached_property
    def all(self) -> dict[str, Country]:
        """Return the countries by code, those with the most people first.

        The order decides whom a shared word stands for: "Korean" the South, "Congo" the larger.
        """
        table = sorted(rows("countries.csv"), key=lambda r: -int(r["population"]))
        return {row["code"]: _country(row) for row in table}

    @cached_property
    def names(self) -> dict[str, str]:
        """Return codes by folded name; a country's own name wins over another's by-name."""
        codes: dict[str, str] = {}
        for country in self.all.values():
            codes.setdefault(fold(country.name), country.code)
        for country in self.all.values():
            for name in country.names:
                codes.setdefault(fold(name), country.code)
        return {name: code for name, code in codes.items() if name not in LED_ONLY}

    @cached_property
    def demonyms(self) -> dict[str, str]:
        """Return codes by folded demonym or adjective, as in "Saudi" or "Filipinos"."""
        codes: dict[str, str] = {}
        for country in self.all.values():
            for word in country.demonyms:
                for end in _PLURALS:
                    codes.setdefault(fold(word + end), country.code)
        return codes

    @cached_property
    def first_words(self) -> frozenset[str]:
        """Return the folded first words of all names and demonyms."""
        return frozenset(name.split(" ")[0] for name in (*self.names, *self.demonyms) if name)

    @cached_property
    def adjectives(self) -> dict[str, tuple[str, int | None]]:
        """Return regions by folded adjective: "crimean" -> "Crimea" and its GeoNames id."""
        return {
            fold(word): (row["name"], int(row["geonames"]) if row["geonames"] else None)
            for row in rows("places.csv")
            if row["geonames"] or row["kind"] != "also"
            for word in row["adjectives"].split("|")
            if word
        }

    @cached_property
    def _capitals(self) -> dict[str, str]:
        smallest_first = reversed(self.all.values())
        return {fold(c.capital): c.code for c in smallest_first if c.capital}

    @cached_property
    def _seats(self) -> dict[str, tuple[str, str]]:
        return {fold(r["seat"]): (r["country"], r["actor"]) for r in rows("seats.csv")}

    @cached_property
    def buildings(self) -> dict[str, str]:
        """Return codes by folded name of what stands in a capital: "kremlin" -> RU."""
        return {fold(r["seat"]): r["country"] for r in rows("seats.csv") if r["building"]}

    @cached_property
    def codes(self) -> dict[str, str]:
        """Return codes by whatever tells a country, folded: demonym, name, seat, capital.

        Where one word is several of these, the first of them decides; the code of a seat of many
        states is empty.
        """
        seats = {seat: code for seat, (code, _) in self._seats.items()}
        return self._capitals | seats | self.names | self.demonyms

    @cached_property
    def rulers(self) -> dict[str, str]:
        """Return the government or body that a seat, a capital or a country stands for, folded."""
        codes = self.names | self._capitals
        governments = {name: self.all[code].government for name, code in codes.items()}
        return governments | {seat: actor for seat, (_, actor) in self._seats.items()}

    def get(self, code: str) -> Country | None:
        """Return the country with a code of two letters."""
        return self.all.get(code)

    def by_name(self, name: str) -> Country | None:
        """Return the country called so: "Russia", "the U.S.", "DR Congo"."""
        return self.all.get(self.names.get(fold(name), ""))

    def by_demonym(self, word: str) -> Country | None:
        """Return the country whose people or things are called so: "Russian", "Filipinos"."""
        return self.all.get(self.demonyms.get(fold(word), ""))

    def seat(self, name: str) -> tuple[str, str] | None:
        """Return the code and the actor that a seat stands for when it "says" something.

        "Moscow" and "the Kremlin" stand for the government of Russia; the code is empty where the
        actor is a body of many states ("Brussels"). A name that is no seat gives None.
        """
        folded = fold(name)
        if known := self._seats.get(folded):
            return known
        country = self.all.get(self._capitals.get(folded, ""))
        return (country.code, country.government) if country else None


@cache
def shipped_countries() -> Countries:
    """Return the countries, one table for all who ask."""
    return Countries()


def _country(row: dict[str, str]) -> Country:
    return Country(
        code=row["code"],
        name=row["name"],
        geonames=int(row["geonames"]),
        capital=row["capital"],
        capital_geonames=int(row["capital_geonames"]) if row["capital_geonames"] else None,
        names=tuple(row["names"].split("|")),
        demonyms=tuple(filter(None, row["demonyms"].split("|"))),
    )

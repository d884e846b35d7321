"""A card -> all that is compared of its name, and with what it is one without a decision.

Cards that are equal in it are never parted, save by judgement: what else their articles say is
summed. Where the articles must tell who is meant (a surname alone, a name that many have), what
stands beside is part of it.
"""

from dataclasses import dataclass

from sayso.link.entities.bodies import one_spelling
from sayso.link.entities.cards import Card, hashed
from sayso.link.entities.institutions import country_of, is_alone, kind, ties
from sayso.link.entities.persons import PersonName
from sayso.link.entities.spelling import skeleton, surname_key

Facet = tuple[str, ...]
BLANK: Facet = ()


@dataclass(frozen=True, slots=True)
class Likeness:
    """What is compared of a name: of a person its parts, of a body its words and country.

    `facet` is the office or field that parts namesakes, `company` what stands beside, where that
    must tell. `letters` are acronyms that the body is called by, `short` the one that is all of it.
    """

    kind: str
    words: tuple[str, ...]
    country: str = ""
    generation: str = ""
    nicknames: tuple[str, ...] = ()
    sex: str = ""
    facet: Facet = BLANK
    company: tuple[int, ...] = ()
    letters: tuple[str, ...] = ()
    short: str = ""

    @property
    def person(self) -> PersonName:
        """Return the parts of a person's name."""
        return PersonName(self.words[:-1], self.words[-1], self.generation, "", self.nicknames)

    @property
    def keys(self) -> frozenset[int]:
        """Return what it is looked up by."""
        if self.kind != "person":
            made = {hashed(f"{self.kind} {' '.join(self.words)}")}
            if len(self.words) == 1:  # what one article takes for a person's name
                made.add(hashed(f"person {surname_key(self.words[0])}"))
            return frozenset(made | {hashed(f"{self.kind} {letters}") for letters in self.letters})
        made = {hashed(f"person {surname_key(self.words[-1])}")}
        if len(self.words) == 2:
            made.add(hashed(f"turned {sorted(map(skeleton, self.words))}"))
        return frozenset(made)


def likeness(card: Card) -> Likeness | None:
    """Return what is compared of a card, None where it stands for nobody else could name."""
    if is_alone(card):
        return None
    return _of_person(card) if card.is_person else _of_body(card)


def _of_person(card: Card) -> Likeness | None:
    name = card.person
    if name is None:
        return None
    facet = field_of(card) if name.is_full else office_of(card)
    tells = bool(facet) or (name.is_full and not name.is_common)
    return Likeness(
        "person",
        name.words,
        generation=name.generation,
        nicknames=name.nicknames,
        sex="" if name.is_full else card.sex,
        facet=facet,
        company=() if tells else card.setting.company,
    )


def field_of(card: Card) -> Facet:
    """Return the field and country of the first office that tells a field."""
    for office in card.offices:
        if office.field and not office.past:
            return office.field, office.country
    return BLANK


def office_of(card: Card) -> Facet:
    """Return an office that tells which of many it is."""
    telling = sorted(
        (o.noun, o.country, *sorted(o.words)) for o in card.offices if o.country or o.words
    )
    return telling[0] if telling else BLANK


def _of_body(card: Card) -> Likeness | None:
    name = card.body
    if name is None:
        return None
    tied = ties(card)
    words, short = name.words, "" if name.known else name.acronym
    if short and tied:
        words, short = tied[0][1].words, ""
    country = country_of(card)
    return Likeness(
        kind(card),
        one_spelling(words),
        country=country or (card.setting.country if short else ""),
        letters=tuple(sorted({letters for letters, _ in tied} | ({short} - {""}))),
        short=short,
    )

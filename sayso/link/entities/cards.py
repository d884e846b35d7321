"""Records -> cards: what each actor of an article is known by, small enough to keep for all.

A card holds no text beyond names and roles. What the actors of one article share is held once.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from xxhash import xxh3_64_intdigest

from sayso.english.function_words import determiners, joints, particles
from sayso.english.pronouns import forms, is_pronoun
from sayso.link.entities.bodies import BodyName, body, stands_for
from sayso.link.entities.lands import parted
from sayso.link.entities.offices import Office, office, unknown_land
from sayso.link.entities.persons import PersonName, person
from sayso.link.entities.spelling import skeleton, surname_key
from sayso.records import Actor, Record, Span

Ref = tuple[str, str]  # article id, actor id
_COMPANY = 24  # names that an article is known by; the first by their hashes
_MOST_NAMES = 12  # of one actor
_WORDS = 7  # of a name
_MAIN_COUNTRY = 0.6  # of the places of an article, for it to be about one country
_PRONOUNS = 2  # that say one sex, and none the other
_HASH = (1 << 62) - 1


def hashed(words: str) -> int:
    """Return a hash of 62 bits: what is left of a key that fits every database, see `link.room`."""
    return xxh3_64_intdigest(words.encode("utf-8", "surrogatepass")) & _HASH


@dataclass(frozen=True, slots=True)
class Setting:
    """What the actors of one article share.

    `date` is its first day, `company` hashes of who is named in it, in order, `country` the code
    of the one that most of its places are in. Empty where it is not known.
    """

    article: str
    date: str
    publisher: str
    company: tuple[int, ...]
    country: str


@dataclass(frozen=True, slots=True)
class Card:
    """What one actor of an article is known by; `names` are all that it is called, fullest first.

    `roles` come with the country that the article's places tell for each; `of` is the id of the
    actor spoken for, and `of_name` its name. `place` is the country of the place in its name.
    """

    setting: Setting
    actor: str
    type: str
    names: tuple[str, ...]
    roles: tuple[tuple[str, str], ...] = ()
    of: str = ""
    of_name: str = ""
    sex: str = ""
    place: str = ""

    @property
    def ref(self) -> Ref:
        """Return the ids of article and actor."""
        return (self.setting.article, self.actor)

    @property
    def name(self) -> str:
        """Return the name that the article's own list of actors has."""
        return self.names[0]

    @property
    def is_person(self) -> bool:
        """Tell whether it is a person with a name."""
        return self.type == "person"

    @property
    def person(self) -> PersonName | None:
        """Return the parts of a person's name."""
        return person(self.name)

    @property
    def body(self) -> BodyName | None:
        """Return the parts of a body's name; the country is what the article tells, if need be."""
        return body(self.name, self.setting.country)

    @property
    def offices(self) -> list[Office]:
        """Return what its roles say, and the titles in its names."""
        named = [office(text, country) for text, country in self.roles]
        if self.is_person:
            parts = (person(name) for name in self.names)
            named += [office(p.title) for p in parts if p and p.title]
        return [each for each in named if each]


def cards(record: Record) -> list[Card]:
    """Return the card of each actor of a record, in order."""
    setting = _setting(record)
    names = {actor.id: actor.name for actor in record.actors}
    return [_card(actor, record, setting, names) for actor in record.actors]


def _setting(record: Record) -> Setting:
    article = record.article
    named = {hashed(key) for actor in record.actors if (key := company_key(actor.type, actor.name))}
    codes = Counter(p.location.country for p in record.places if p.location.country)
    code, many = min(codes.items(), key=lambda item: (-item[1], item[0]), default=("", 0))
    main = code if many > 1 and many >= _MAIN_COUNTRY * codes.total() else ""
    date = article.published.start if article.published else ""
    return Setting(article.id, date, article.publisher, tuple(sorted(named)[:_COMPANY]), main)


def company_key(type_: str, name: str) -> str:
    """Return what a name counts by as company: empty where half the press names it."""
    if type_ == "person":
        parts = person(name)
        if parts is None or not parts.is_full:
            return ""
        return f"p {skeleton(parts.given[0])[:1]} {surname_key(parts.surname)}"
    if type_ not in ("organisation", "government", "group"):
        return ""
    words = body(name)
    if words is None or words.generic or words.known or not words.is_name:
        return ""
    return f"b {' '.join(words.words)} {words.country}"


def _card(actor: Actor, record: Record, setting: Setting, names: dict[str, str]) -> Card:
    text = record.article.text
    said = [span.of(text) for span in actor.mentions]
    called = () if actor.type == "unnamed" else _called(actor, said)
    return Card(
        setting,
        actor.id,
        actor.type,
        (actor.name, *called)[:_MOST_NAMES],
        tuple((role.text, _land(role.span, actor, record)) for role in actor.roles),
        actor.of,
        names.get(actor.of, ""),
        _sex(said),
        _country_in(actor.mentions, record),
    )


def _called(actor: Actor, said: Iterable[str]) -> Iterator[str]:
    """Yield the other names that an article calls an actor by, the commonest first."""
    bare = Counter(name for words in said if (name := _bare(words, actor)) != actor.name and name)
    yield from sorted(bare, key=lambda name: (-bare[name], name))


def _bare(words: str, actor: Actor) -> str:
    """Return the name in the words of a mention, without a role before it, empty if none."""
    for role in actor.roles:
        words = words.removeprefix(role.text).strip(" ,")
    parts = words.split(",")[0].split()
    while parts and parts[0].lower() in determiners():
        parts = parts[1:]
    high = [part for part in parts if part[:1].isupper() or not part.isascii()]
    small = particles() if actor.type == "person" else joints()
    is_name = high and all(part in high or part.lower() in small for part in parts)
    name = " ".join(parts)
    if not is_name or len(parts) > _WORDS or is_pronoun(name) or not _fits(name, actor):
        return ""
    return name


def _fits(name: str, actor: Actor) -> bool:
    """Tell whether words can be another name of an actor: some word or the letters are its own."""
    if actor.type == "person":
        one, other = person(name), person(actor.name)
        return bool(one and other and {*one.words} & {*other.words, *other.nicknames})
    parts, own = body(name), body(actor.name)
    if not parts or not own:
        return False
    tied = stands_for(parts.acronym, own, actor.name) or stands_for(own.acronym, parts, name)
    seat = bool(own.country) and parted(name) == ((), own.country)  # "Moscow" for its government
    shared = {*parts.words} & {*own.words} - joints()
    return bool(shared) or parts.words == own.words or tied or seat


def _sex(said: Iterable[str]) -> str:
    """Return the sex that pronouns or a title tell, empty where they differ."""
    small = Counter(word.lower() for word in said)
    him, her = (sum(small[w] for w in forms(plain)) for plain in ("he", "she"))
    titled = {parts.sex for words in small if (parts := person(words)) and parts.title}
    if len(titled - {""}) == 1 and not (him and her):
        return (titled - {""}).pop()
    if max(him, her) < _PRONOUNS or min(him, her):
        return ""
    return "m" if him else "f"


def _country(span: Span, record: Record) -> str:
    """Return the country of the first place within a span."""
    codes = (p.location.country for p in record.places if span.holds(p.mention))
    return next((code for code in codes if code), "")


def _land(span: Span, actor: Actor, record: Record) -> str:
    """Return the country of a role, by a place in it or behind it: "President Ruel of Skerra".

    One that no table knows goes by its name, see `offices.unknown_land`.
    """
    if code := _country(span, record):
        return code
    text = record.article.text
    ends = {m.end + 4 for m in actor.mentions if text[m.end : m.end + 4] == " of "}
    named = [p for p in record.places if span.holds(p.mention) or p.mention.start in ends]
    code = next((p.location.country for p in named if p.location.country), "")
    unknown = (p.mention.of(text) for p in named if p.location.geonames is None)
    return code or next(map(unknown_land, unknown), "")


def _country_in(mentions: Iterable[Span], record: Record) -> str:
    codes = (_country(span, record) for span in mentions)
    return next((code for code in codes if code), "")

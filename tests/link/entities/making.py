"""Invented cards and records for the tests of entities."""

from sayso.link.entities.cards import Card, Setting, company_key, hashed
from sayso.records import Actor, Article, ModelInfo, Moment, Record, Role, Span

MODEL = ModelInfo("invented", "1")


def setting(
    article: str, *, date: str = "2031-03-14", beside: str = "", country: str = ""
) -> Setting:
    """Return what the actors of an article share; `beside` are names, "|" between."""
    named = (company_key("person", name) for name in beside.split("|") if name)
    return Setting(article, date, "Northwire", tuple(sorted(map(hashed, named))), country)


def card(name: str, roles: str = "", *, at: Setting, type: str = "person", **more: str) -> Card:  # noqa: A002
    """Return the card of an actor whose id is made of its name; `roles` have "|" between."""
    names = (name, *(n for n in more.pop("also", "").split("|") if n))
    held = tuple((role, "") for role in roles.split("|") if role)
    return Card(at, f"a-{name}", type, names, held, **more)


def record(text: str, *actors: Actor, date: str = "2031-03-14") -> Record:
    """Return the record of a text that says nothing."""
    article = Article(text, "invented", published=Moment(date, date, "day"), publisher="Northwire")
    return Record(article, (), (), (), actors, (), (), MODEL)


def actor(text: str, name: str, *mentions: str, role: str = "", type: str = "person") -> Actor:  # noqa: A002
    """Return an actor named and mentioned by words of a text."""
    spans = tuple(sorted(_at(text, words) for words in mentions or (name,)))
    roles = (Role(role, _at(text, role)),) if role else ()
    return Actor(f"a{text.find(name)}", name, type, spans, roles, "", None, "")


def _at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))

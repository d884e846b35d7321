"""Actors and places -> the folded names that they are found by, and what a person types -> names.

A key is the folded words of a name, a space between them, without a leading "the".
"""

import re
from collections.abc import Iterable, Iterator
from itertools import dropwhile

from sqlalchemy import Connection, Select, delete, exists, func, select
from sqlalchemy.sql.expression import bindparam

from sayso.english.function_words import determiners, joints
from sayso.english.names import folded
from sayso.english.pronouns import is_pronoun
from sayso.records import Actor, Place
from sayso.store.dialect import insert_or_ignore
from sayso.store.schema import name_words, names

# Where words that are added to a name begin: "Ilva Teren, 54", "the Meridian Courier (MC)".
_ADDED = re.compile(r"\s*[,;:()\[\]–—]\s*|\s+-\s+")
# Code points of a name that count: more than any name has, and what every database can index.
_LONGEST = 250

Pair = tuple[str, str]


def key(name: str) -> str:
    """Return the key of a name; it is empty if the name has no words."""
    return folded(name, initials=True)[:_LONGEST].rstrip()


def actor_keys(actor: Actor, text: str) -> set[str]:
    """Return the keys of an actor: of its name, and of the names that `text` calls it by.

    A mention counts as a name if its words, without what the actor's roles say, are written as
    names are; the roles themselves, pronouns and descriptions are left out.
    """
    known = {key(actor.name)}
    if actor.type != "unnamed":
        for mention in {span.of(text) for span in actor.mentions}:
            known.add(key(_bare_name(mention, actor)))
    return known - {""}


def place_keys(place: Place, words: str) -> set[str]:
    """Return the keys of a place: of its resolved name and of `words`, those of the mention."""
    return {key(place.location.name), key(words)} - {""}


def _bare_name(mention: str, actor: Actor) -> str:
    """Return the name in the words of a mention, empty if there is none."""
    for role in actor.roles:
        if role.text and role.text in mention:
            mention = re.sub(rf"(?<!\w){re.escape(role.text)}(?!\w)", ",", mention)
    pieces = (_undetermined(piece) for piece in _ADDED.split(mention))
    return next((piece for piece in pieces if _is_name(piece)), "")


def _undetermined(piece: str) -> str:
    """Return the words without those that open a description: "the three Teren brothers"."""
    words = dropwhile(lambda word: word.lower() in determiners(), piece.split())
    return " ".join(words) or piece


def _is_name(piece: str) -> bool:
    words = piece.split()
    high = [word for word in words if _is_high(word)]
    joined = all(word in high or word in joints() for word in words)
    no_name = is_pronoun(piece) or piece.lower() in determiners()
    return bool(high) and joined and not no_name


def _is_high(word: str) -> bool:
    """Tell whether a word is written as in names: `Teren`, `al-Sarn`, `7th`, `テレン`."""
    first = next((c for c in word if c.isalnum()), "a")
    return not first.islower() or word != word.lower()


def add_words(connection: Connection, pairs: Iterable[Pair]) -> None:
    """Make keys findable by their words; each comes with its kind, one of `NAMED`."""
    insert_or_ignore(connection, name_words, list(_words(pairs)))


def forget_words(connection: Connection, pairs: Iterable[Pair]) -> None:
    """Take out the words of those kinds and keys that no article uses any more."""
    columns = (name_words.c.kind, name_words.c.word, name_words.c.key)
    used = exists().where(names.c.kind == name_words.c.kind, names.c.key == name_words.c.key)
    gone = delete(name_words).where(*(c == bindparam(f"its_{c.name}") for c in columns), ~used)
    rows = [{f"its_{name}": value for name, value in row.items()} for row in _words(pairs)]
    if rows:
        connection.execute(gone, rows)


def _words(pairs: Iterable[Pair]) -> Iterator[dict[str, str]]:
    for kind, name in pairs:
        for word in set(name.split()):
            yield {"kind": kind, "word": word, "key": name}


def containing(kind: str, wanted: str) -> Select[tuple[str]]:
    """Return the query for the keys of a kind that hold all words of the key `wanted`."""
    words = set(wanted.split())
    return (
        select(name_words.c.key)
        .where(name_words.c.kind == kind, name_words.c.word.in_(words))
        .group_by(name_words.c.key)
        .having(func.count() == len(words))
    )

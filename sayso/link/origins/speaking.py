"""An actor of an article -> the bodies for which it speaks by its office, and why that is told.

A president speaks for his government, a minister for his ministry too, a commander for his force.
Who is of a body no more, is set against it, or only serves in it, does not.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from sayso.english.names import folded, unowned
from sayso.english.role_nouns import heads
from sayso.english.tables import listed
from sayso.link.claims.sides import is_official
from sayso.link.entities.lands import parted
from sayso.link.entities.offices import Office, office
from sayso.records import Actor

DATA = "origins.toml"
BODY, STATE = "body:", "state:"
LAND = "land:"  # a name of one word, which may be a land's that no table knows
_LETTERS = 5  # that an unknown land and what is of it have in common: Skerra, Skerran
# "Velmark's president"
_OWNER = re.compile(r"(?:the )?(?P<land>[A-Z]\w+)['’]s? (?=\w)")
# "president of Velmark", "Rosa Lund of Velmark"
_OF = re.compile(r" of (?:the )?(?P<land>[A-Z]\w+)(?!\w)(?! [A-Z])")
# "Velmarkian foreign minister", "the Skerran president"
_ADJECTIVE = re.compile(
    r"(?:the )?(?P<land>[A-Z]\w+(?:an|ish|ese)) "
    r"(?=(?:[a-z]+ ){0,2}(?:minister|president|premier)\b)"
)
# A name in the words of a role: "Northern League", "Union of Dockers"
_RUN = re.compile(r"[A-Z][\w'’&-]*(?: (?:(?:of|for|and) (?:the )?)?[A-Z][\w'’&-]*)*")


class Spoken(NamedTuple):
    """A body for which somebody speaks: what it is known by, and the words of his office."""

    key: str
    role: str


def spoken(actor: Actor, above: Actor | None, text: str) -> Iterator[Spoken]:
    """Yield the bodies for which a person speaks; `above` is whom the article says that is."""
    speaking = [role.text for role in actor.roles if _speaks(role.text)]
    of_it = speaking or not actor.roles
    if above and of_it and not (state(above.name) and _is_set_against(actor)):
        role = speaking[-1] if speaking else ""
        yield from (Spoken(key, role) for key in body_keys(above, text))
    if _is_set_against(actor):
        return
    for role in speaking:
        its = office(role)
        land = land_of(role) or _behind(actor, text)
        if its and its.noun in _state_offices() and land:
            yield Spoken(STATE + land, role)
        if its and its.noun in ("minister", "secretary") and (field := _field(its, role)):
            yield Spoken(_ministry(field, land), role)
        elif key := _named(role, land):
            yield Spoken(key, role)


def body_keys(actor: Actor, text: str) -> Iterator[str]:
    """Yield what a body is known by: the state that it is an organ of, or the words of its name."""
    its = state(actor.name)
    if its:
        yield its
    if its and not its.startswith(STATE + "?"):
        return
    rest, _ = parted(actor.name)
    if "ministry" in rest:
        yield _ministry(" ".join(rest), _land(actor, text))
    else:
        yield body(actor.name)


def state(name: str) -> str:
    """Return what a state is known by, whichever of its organs is named; empty for all others.

    One that no table knows has a name before or behind the organ: "the Velmark army".
    """
    rest, code = parted(name)
    organs = listed(DATA, "organs")
    telling = tuple(word for word in rest if word not in organs | _light())
    if code:
        return "" if telling else f"{STATE}{code}"
    named = {folded(unowned(w)) for w in name.split() if w[:1].isupper()}
    of_land = len(telling) == 1 and telling[0] in named and not organs.isdisjoint(rest)
    return STATE + _unknown(telling[0]) if of_land else ""


def land_of(words: str) -> str:
    """Return the land that words name: its code, or the letters of one that no table knows."""
    if code := parted(words)[1]:
        return code
    name = _land_name(words)
    return _unknown(name) if name and name.lower() not in heads() else ""


def _land_name(words: str) -> str:
    """Return the name of a land, or the adjective, beside an office or a body of it."""
    match = _OWNER.match(words) or _OF.search(words)
    if match:
        return match["land"]
    match = _ADJECTIVE.match(words)
    return match["land"] if match and match["land"].lower() not in listed(DATA, "landless") else ""


def is_first_land(word: str, key: str) -> bool:
    """Tell whether a word is the one by which an unknown state has its key."""
    return key == STATE + _unknown(word)


def is_of_land(word: str) -> bool:
    """Tell whether a word may be the adjective of a land that no table knows: "Skerran"."""
    return word.endswith(("an", "ish", "ese")) and word.lower() not in listed(DATA, "landless")


def land_key(name: str) -> str:
    """Return what a name of one word is known by if a land is called so; empty for all others."""
    return LAND + _unknown(name) if name[:1].isupper() and len(name.split()) == 1 else ""


def _named(role: str, land: str) -> str:
    """Return what the body is known by that a role names: "leader of the Northern League"."""
    words = [word for word in folded(unowned(role)).split() if word not in heads()]
    if land and words and listed(DATA, "organs").issuperset(parted(" ".join(words))[0]):
        return STATE + land  # "Sudan's army chief"
    for run in _RUN.findall(unowned(role)):
        is_title = all(word.lower() in heads() for word in re.split(r"[\s-]", run))
        if not is_title and not parted(run)[1]:
            return body(run)
    return ""


def _unknown(name: str) -> str:
    return f"?{folded(unowned(name))[:_LETTERS]}"


def _speaks(role: str) -> bool:
    """Tell whether the words of a role are of somebody who speaks for a body now."""
    its = office(role)
    noun = its.noun if its else ""
    if noun in listed(DATA, "serving") or (its is not None and its.past):
        return False
    return is_official(role) or noun in listed(DATA, "leading")


def _is_set_against(actor: Actor) -> bool:
    """Tell whether somebody is of those who stand against a government: "rebel commander"."""
    words = {word for role in actor.roles for word in folded(unowned(role.text)).split()}
    return not words.isdisjoint(listed(DATA, "against"))


def _field(its: Office, role: str) -> str:
    """Return what a minister is for: "energy"."""
    named = {folded(unowned(word)) for word in land_words(role)}
    return " ".join(sorted(its.words - named - _light() - {"deputy"}))


def land_words(words: str) -> list[str]:
    """Return the words of an unknown land in a role."""
    name = _land_name(words)
    return [name] if name and not parted(words)[1] else []


def _ministry(field: str, land: str) -> str:
    words = (w for w in field.split() if w not in _light() and _unknown(w) != land)
    return f"{BODY}{' '.join(sorted(words))} {land}".rstrip()


def _land(actor: Actor, text: str) -> str:
    """Return the land of a body by its name, or by how the article calls it."""
    called = (actor.name, *(span.of(text) for span in actor.mentions))
    return next(filter(None, map(land_of, called)), "")


def _behind(actor: Actor, text: str) -> str:
    """Return the land behind a name: "Rosa Lund of Velmark"."""
    for span in actor.mentions:
        at = text.find(actor.name, *span)
        end = at + len(actor.name) if at >= 0 else span.end
        if match := _OF.match(text, end):
            return land_of(match[0])
    return ""


def body(name: str) -> str:
    """Return what a body is known by: the words of its name that tell, in whatever order."""
    words = folded(unowned(name), initials=True).split()
    return BODY + " ".join(sorted([word for word in words if word not in _light()] or words))


def _state_offices() -> frozenset[str]:
    return listed("entities.toml", "of_states") | {"leader"}


def _light() -> frozenset[str]:
    return listed(DATA, "light")

"""The words for a holder, and who says so -> whose side that is: "us" is the speaker's.

A side is named by a country, an army, a movement; two are compared by what they are of.
"""

import re
from collections.abc import Iterable
from functools import cache

from sayso.english.function_words import articles
from sayso.english.names import folded, unowned
from sayso.english.pronouns import plain_form, subjects
from sayso.english.role_nouns import heads
from sayso.english.tables import listed, lists
from sayso.link.entities.lands import parted
from sayso.records import Actor, Record

# " of Skerra", " of the Skerran army"
_OF = re.compile(
    r" of (?:the )?(?P<side>[A-Z][\w-]+(?: [A-Z][\w-]+)*(?: (?:army|navy|air force|marines))?)"
)
# "ministry's spokeswoman", "the army's chief of staff"
_OWNED = re.compile(r"(?:the )?(?P<owner>[a-z]+)['’]s ")
_ALIKE = 5  # letters that a country and its people share: Ostrania, Ostranians
_HOPS = 3  # from a spokesman to his ministry, and to its government


def side_of(record: Record, number: int | None, holder: str) -> str:
    """Return whose side a holder is of by its words and its statement, empty where nobody tells.

    "Ostranian forces" are of themselves, "us" and "our troops" of the speaker's side, "its
    marines" of the body that speaks; of the narrator's "its" nobody tells.
    """
    if not _is_of_somebody(holder):
        return holder
    speakers = _speakers(record, number)
    if len(speakers) != 1:
        return ""
    return side_of_actor(record, speakers[0])


def side_of_actor(record: Record, actor: Actor) -> str:
    """Return whose side an actor is of: its own, whom it speaks for, or what its roles tell."""
    if actor.type != "person":
        return actor.name
    above = _above(record, actor) or _owner(record, actor)
    if above:
        return above.name
    return _behind(record.article.text, actor) or side_of_roles(role.text for role in actor.roles)


def _owner(record: Record, actor: Actor) -> Actor | None:
    """Return the one body that a role means: "the ministry" of "the ministry's spokeswoman"."""
    owned = (_OWNED.match(role.text) for role in actor.roles)
    nouns = [match["owner"] for match in owned if match]
    named = [
        each
        for each in record.actors
        if each.type in ("government", "organisation") and {*each.name.lower().split()} & {*nouns}
    ]
    return named[0] if len(named) == 1 else None


def is_told(holder: str) -> bool:
    """Tell whether the words for a holder name it themselves."""
    return bool(holder.strip()) and not _is_of_somebody(holder)


def _is_of_somebody(holder: str) -> bool:
    """Tell whether words leave it to others whose a holder is: "us", "its marines", not "US"."""
    first = holder.split()[:1]
    return bool(first) and plain_form(first[0]) in subjects("first", "third")


def _behind(text: str, actor: Actor) -> str:
    """Return the body or country that stands behind a name: "Colonel Ruel of the Skerran army"."""
    ends = (text.find(actor.name, *mention) + len(actor.name) for mention in actor.mentions)
    behind = (_OF.match(text, end) for end in ends)
    return next((match["side"] for match in behind if match), "")


def side_of_roles(roles: Iterable[str]) -> str:
    """Return the country or body that somebody's roles name: "Brendovan" of a foreign minister."""
    for role in roles:
        for word in role.split():
            bare = word.strip(",.").removesuffix("'s").removesuffix("’s")
            if bare[:1].isupper() and not _is_common(bare.lower()):
                return bare
    return ""


def key(side: str) -> str:
    """Return what a side is compared by: a country's code, else the first letters of its name."""
    if code := parted(side)[1]:
        return code
    named = [word for word in side.split() if word[:1].isupper() and not _is_common(word.lower())]
    words = named or [word for word in side.split() if not _is_common(word.lower())] or [side]
    return unowned(folded(words[0]))[:_ALIKE]


def _is_common(word: str) -> bool:
    known = word in heads() or word.removesuffix("s") in heads()
    return known or word in articles() | listed("actors.toml", "portfolios") | _common()


@cache
def _common() -> frozenset[str]:
    return lists("control.toml", "words")["common"]


def _speakers(record: Record, number: int | None) -> list[Actor]:
    if number is None:
        return []
    of = {actor.id: actor for actor in record.actors}
    return [of[each] for each in record.provenance[number].speakers if each in of]


def _above(record: Record, actor: Actor) -> Actor | None:
    """Return the body that somebody speaks for, as far up as the article tells."""
    of = {each.id: each for each in record.actors}
    top = of.get(actor.of)
    for _ in range(_HOPS):
        if top is None or top.of not in of or top.type == "person":
            break
        top = of[top.of]
    return top

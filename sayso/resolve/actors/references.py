"""A span that stands for somebody -> what its words tell: name, roles, head noun, sex, number.

Pure: words in, facts out. Which references are the same actor is for `actors.py`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.english.function_words import definite, determiners, indefinite
from sayso.english.given_names import sexes
from sayso.english.names import POSSESSIVE, folded, unowned
from sayso.english.pronouns import plain_form, sexes_of_pronouns
from sayso.english.role_nouns import Head, heads
from sayso.english.titles import address
from sayso.records import Mention, Role, Span
from sayso.resolve.actors.name_matching import is_name_part

_NAMED = frozenset({"person", "organisation", "place", "group"})
_WORD = re.compile(r"[^\W_]+(?:[-.'’&][^\W_]+)*\.?")
# Where the words that head a description end: "official | familiar with", "head | of".
_TAIL = re.compile(
    r"\s+(?:of|in|from|at|with|for|on|by|to|who|whose|which|that|familiar|close|near|working|"
    r"speaking|briefed|involved|based|known|named|called|under|inside|within|across|between)\b",
    re.IGNORECASE,
)
_APPOSITION = re.compile(r"\s*(?:(?<!\d),|,(?!\d)|[(–—])\s*")  # not "1,200 people"
_GIVEN = re.compile(r"(?<!\S)([A-Z](?!\w*(?:ian|ean|ese|ish)\s)[\w'’-]+)\s\Z")


@dataclass(frozen=True, slots=True)
class Reference:
    """What the words of one span tell about whom they stand for.

    `kind` is name, nominal or pronoun. `name` is the bare name, without titles, and `named` where
    the name with its titles stands; `pronoun` is the plain form of a pronoun; `head` the noun of a
    description, in lower case. `sex` is m, f or empty, `type` one of ACTOR_TYPES or empty;
    `role_words` are the words of the roles as they are compared; `within` the other names inside.
    """

    span: Span
    kind: str
    name: str = ""
    named: Span | None = None
    name_type: str = ""
    pronoun: str = ""
    head: str = ""
    type: str = ""
    sex: str = ""
    many: bool = False
    definite: bool = False
    roles: tuple[Role, ...] = ()
    role_words: tuple[str, ...] = ()
    within: tuple[Mention, ...] = ()


def reference(text: str, span: Span, names: Sequence[Mention]) -> Reference:
    """Return what a span tells; `names` are the names that stand inside it, in text order."""
    span = trimmed(text, span)
    if plain := plain_form(span.of(text)):
        sex = sexes_of_pronouns().get(plain, "")
        return Reference(span, "pronoun", pronoun=plain, sex=sex, many=plain in {"they", "we"})
    parts = _parts(text, span)
    named = _naming(text, parts, names) or _by_capitals(text, parts[0], names)
    if named is None:
        core = _core(text, parts[0], names)
        role = _role(text, core)
        described = _nominal(span, _words(core.of(text)), names)
        if role:
            described = replace(described, roles=(role,), role_words=_compared([role]))
        return described
    name, sex = _without_titles(text, Span(span.start, named.span.start), named)
    behind = (part for part in parts if part.start >= named.span.end)
    of_parts = (_role(text, part) for part in (Span(span.start, name.start), *behind))
    roles = tuple(role for role in of_parts if role)
    return Reference(
        span,
        "name",
        name=name.of(text),
        named=named.span,
        name_type=named.type if named.type in _NAMED else "",
        sex=sex or _sex_of_roles(roles) or _sex_of_given_name(name.of(text), named),
        roles=roles,
        role_words=_compared(roles),
        within=tuple(n for n in names if n is not named),
    )


def trimmed(text: str, span: Span) -> Span:
    """Return the span without white space, commas and a possessive ending at its edges."""
    start, end = span
    while start < end and not (text[start].isalnum() or text[start] in "\"“‘«'("):
        start += 1
    while end > start and text[end - 1] in " ,;:\n\t—–-":
        end -= 1
    own = POSSESSIVE.search(text, start, end)
    if own and own.start() > start:
        end = own.start()
    elif text[start:end].endswith(("'", "’")) and not {"'", "‘"} & set(text[start : end - 1]):
        end -= 1  # a quotation that opened before the span closes behind it
    return Span(start, end)


def _parts(text: str, span: Span) -> list[Span]:
    """Return the span cut at commas, brackets and dashes that set off what is added to a name."""
    parts, start = [], span.start
    for cut in _APPOSITION.finditer(text, span.start, span.end):
        if cut.start() > start:
            parts.append(Span(start, cut.start()))
        start = cut.end()
    if start < span.end:
        parts.append(Span(start, span.end))
    return parts or [span]


def _core(text: str, part: Span, names: Sequence[Mention]) -> Span:
    """Return the words that head a phrase: up to "of", "in" and the like, those of names aside."""
    for tail in _TAIL.finditer(text, part.start + 1, part.end):
        if not any(n.span.start < tail.start() and tail.end() < n.span.end for n in names):
            return Span(part.start, tail.start())
    return part


def _naming(text: str, parts: Sequence[Span], names: Sequence[Mention]) -> Mention | None:
    """Return the name that the span is: one that ends its first part, or is its second part."""
    for number, part in enumerate(parts[:2]):
        end, first = _core(text, part, names).end, _core(text, part, ()).end
        for name in names:
            if name.span.start < part.start:
                continue
            ends = name.span.start < end <= name.span.end
            # "Bank of Almis", but not "Bank of Almis chief": its first noun ends there too.
            if name.span.start < first <= name.span.end:
                ends = ends or not _describes(text, Span(name.span.end, end))
            words = _words(name.span.of(text))
            if (
                set(words[:1]) <= heads().keys() | determiners()
                and set(words[1:]) <= heads().keys()
            ):
                continue  # "The Republican" describes
            # "A seller of nets, Agata Orn"
            apart = len(parts) == 2 and all(map(is_name_part, part.of(text).split()))
            if ends and (
                number == 0 or (name.type == "person" and (apart or _describes(text, parts[0])))
            ):
                return name
    return None


def _by_capitals(text: str, part: Span, names: Sequence[Mention]) -> Mention | None:
    """Return the capitalised words that end a phrase as a name which the tagger missed."""
    run: list[re.Match[str]] = []
    for word in reversed(list(_WORD.finditer(text, *_core(text, part, names)))):
        low = word[0].lower()
        if not is_name_part(word[0]) or low in heads() or low in determiners():
            break
        run.append(word)
    if not run:
        return None
    begin, stop = run[-1].start(), run[0].end()
    touching = [n.span for n in names if n.span.start < stop and begin < n.span.end]
    if any(other.start < begin or other.end >= stop for other in touching):
        return None  # only a name within a longer one is no obstacle: "the Karsk Banner"
    return Mention(Span(run[-1].start(), run[0].end()), "", "name", 0.0)


def _describes(text: str, part: Span) -> bool:
    """Tell whether words are a description that a name may follow: they hold a role."""
    return any(w.lower() in heads() for w in _WORD.findall(text, *part))


def _sex_of_roles(roles: Sequence[Role]) -> str:
    """Return the sex that the nouns of roles tell: "spokeswoman"."""
    nouns = (heads()[w] for r in roles for w in reversed(_words(r.text)) if w in heads())
    return next((noun.sex for noun in nouns if noun.sex), "")


def _sex_of_given_name(name: str, named: Mention) -> str:
    """Return the sex that the first of a person's names tells."""
    words = folded(name).split() if named.type == "person" and " " in name else []
    return sexes().get(words[0], "") if words else ""


def _compared(roles: Sequence[Role]) -> tuple[str, ...]:
    """Return the words of roles as they are compared."""
    return tuple(word for role in roles for word in folded(unowned(role.text)).split())


def _without_titles(text: str, lead: Span, named: Mention) -> tuple[Span, str]:
    """Return a name without titles ("Mr.") and roles, and the sex that these tell.

    `lead` is what stands before the name.
    """
    name, person = named.span, named.type in {"person", ""}
    sex = ""
    begin = name.start
    for word in re.finditer(r"\S+", name.of(text)):
        title = _plain(word[0])
        if name.start + word.end() >= name.end:
            break
        opens = begin == name.start + word.start()  # "Notre Dame" is no lady
        if (person and title in heads()) or ((person or opens) and title in address()):
            sex = sex or address().get(title, "")
            begin = name.start + word.end() + 1
    for title in _words(lead.of(text)):
        sex = sex or address().get(_plain(title), "")
    given = _GIVEN.search(text, lead.start, begin) if person and begin == name.start else None
    if given and given[1].lower() not in heads().keys() | address().keys() | determiners():
        begin = given.start(1)  # the tagger left out the first name
    return Span(begin, name.end), sex


def _role(text: str, part: Span) -> Role | None:
    """Return words as a role if one of them is a noun for what somebody is."""
    part = trimmed(text, part)
    if part.of(text).endswith(")") and "(" not in part.of(text):
        part = Span(part.start, part.end - 1)  # of the bracket that set it off
    words = _words(part.of(text))
    while words and words[0] in {"the", "a", "an", "his", "her", "its", "their"}:
        first = _WORD.search(text, part.start)
        part = Span(_after(text, first.end() if first else part.start), part.end)
        words = words[1:]
    known = [w for w in words if w in heads() and _plain(w) not in address()]
    return Role(part.of(text), part) if known and part.start < part.end else None


def _after(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _nominal(span: Span, words: Sequence[str], names: Sequence[Mention]) -> Reference:
    """Return what the words that head a description tell: "two people" familiar with the talks."""
    head = next((w for w in reversed(words) if w in heads()), words[-1] if words else "")
    known: Head | None = heads().get(head)
    first = words[0] if words else ""
    return Reference(
        span,
        "nominal",
        head=head,
        type=known.type if known else "",
        sex=known.sex if known else "",
        many=known.many if known else head.endswith("s") and not head.endswith("ss"),
        definite=first in definite() or (first not in indefinite() and len(words) == 1),
        within=tuple(names),
    )


def _words(text: str) -> list[str]:
    return [w.lower().removesuffix("’s").removesuffix("'s") for w in _WORD.findall(text)]


def _plain(title: str) -> str:
    """Return "Mr." as titles are listed."""
    return title.lower().removesuffix(".")

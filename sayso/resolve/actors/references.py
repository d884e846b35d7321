"""A span that stands for somebody -> what its words tell: name, roles, head noun, sex, number.

Pure: words in, facts out. Which references are the same actor is for `actors.py`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.english.calendar import weekdays
from sayso.english.function_words import (
    articles,
    definite,
    determiners,
    indefinite,
    owners,
    particles,
)
from sayso.english.given_names import sexes
from sayso.english.names import POSSESSIVE, folded, in_small, owns, unowned
from sayso.english.pronouns import plain_form, pronouns, sexes_of_pronouns
from sayso.english.role_nouns import Head, heads, marked
from sayso.english.tables import either, listed
from sayso.english.titles import address, is_title, noble
from sayso.records import Mention, Role, Span
from sayso.resolve.actors.names.aliases import TALK, alias
from sayso.resolve.actors.names.headlines import cut_in_headline
from sayso.resolve.actors.names.name_matching import is_name_part
from sayso.resolve.actors.names.whole_names import SURNAME
from sayso.resolve.actors.naming import GIVEN, MADE, is_common, may_be_given, without_degrees
from sayso.resolve.actors.offices import AGED, FOLLOWING, Office, is_clause, is_held_for, office

_NAMED = frozenset({"person", "organisation", "place", "group"})
_WORD = re.compile(r"[^\W_]+(?:[-.'’&][^\W_]+)*\.?")
# Where the words that head a description end: "official | familiar with", "head | of".
_TAIL = re.compile(
    rf"\s+(?:of|in|from|at|with|for|on|by|to|{either(pronouns('relative') | FOLLOWING)}|near"
    r"|working|under|inside|within|across|between|against|about|concerning|regarding)\b(?!-)",
    re.IGNORECASE,
)
_APPOSITION = re.compile(r"\s*(?:(?<!\d),|,(?!\d)|[()–—])\s*")  # not "1,200 people"
# "Gen. (ret.) Ana Ruel" is one phrase, and in "a spokesman, not Ruel," she is another.
_RETIRED = re.compile(r"\((?:ret|retd|res|retired|reserve|reserves)\.?\)", re.IGNORECASE)
NOT = re.compile(r"(?:(?:and|but) )?(?:not|unlike|rather than|instead of|as opposed to) ")
# What says that a name behind a comma is another's: a verb, or that it is one of several.
_GOES_ON = re.compile(r"\b(?:[a-z]{2,}ed|including|like|among)\b")
# When somebody spoke, behind who it was: "union colleague Emil Stoyan | yesterday".
_WHEN = re.compile(
    r" (?:(?:late |early )?(?:yesterday|today|tonight)"
    rf"|(?:on|last) {either(day.capitalize() for day in weekdays())})\Z"
)
_MADE = re.compile(MADE.pattern + r"\Z")
_BELONGING = marked("belonging") | listed("actors.toml", "belonging")
_LONGEST_TITLE = 3  # words
_ANYBODY = listed("actors.toml", "anybody")
_NO_ROLES = listed("actors.toml", "no_roles")
_EPITHET = re.compile(r" the (?:[a-z-]+ ){0,2}(?P<noun>[a-z-]+)")
# Somebody unnamed who belongs to somebody that is then named: "a close aide to the minister".
_AIDE = re.compile(
    rf"{either(indefinite())}\s[^,]*?\s(?:to|of|for)\s{either(definite())}\s[^,]*?(?P<last>[\w-]+)\s*,",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Reference:
    """What the words of one span tell about whom they stand for.

    `kind` is name, nominal or pronoun. `name` is the bare name, without titles, and `named` where
    the name with its titles stands; `pronoun` is the plain form of a pronoun; `head` the noun of a
    description, in lower case. `sex` is m, f or empty, `type` one of ACTOR_TYPES or empty;
    `role_words` are the words of the roles as they are compared; `within` the other names inside;
    `offices` what the roles, or the description, say that somebody is; `owner` is who has what is
    described: "his" of "his lawyer", "Ruel" of "Ruel's lawyer".
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
    offices: tuple[Office, ...] = ()
    owner: Span | None = None

    @property
    def whole(self) -> Span:
        """The span with what it is introduced by: "The mediator, | Ana Ruel"."""
        begin = min((role.span.start for role in self.roles), default=self.span.start)
        return Span(min(begin, self.span.start), self.span.end)


def reference(text: str, span: Span, names: Sequence[Mention]) -> Reference:
    """Return what a span tells; `names` are the names that stand inside it, in text order."""
    span = trimmed(text, span)
    counted = span.of(text).lower() in heads()  # "many" and "some" describe somebody new
    if (plain := plain_form(span.of(text))) and not counted:
        sex = sexes_of_pronouns().get(plain, "")
        return Reference(span, "pronoun", pronoun=plain, sex=sex, many=plain in {"they", "we"})
    talk = TALK.match(text, *span)
    parts = _parts(text, Span(talk.end() if talk else span.start, span.end))
    called = alias(text, span, names)
    before, named = called or (
        Span(span.start, span.end),
        _naming(text, parts, names) or _by_capitals(text, parts[0], names),
    )
    if named is None:
        core = _core(text, parts[0], names)
        role = _role(text, core)
        described = _nominal(span, _words(core.of(text)), names)
        held = office(parts[0].of(text))
        described = replace(
            described,
            offices=(held,) if held else (),
            owner=_owner(text, core, names),
            definite=described.definite or _owned_by_name(text, core, names),
        )
        if role:
            described = replace(described, roles=(role,), role_words=_compared([role]))
        return described
    others = [
        n.span
        for n in names
        if n.span.end <= named.span.start and (n.type == "place" or " " in n.span.of(text))
    ]
    lead = Span(max([span.start, *(other.end for other in others)]), named.span.start)
    name, sex = _without_titles(text, lead, named)
    behind = [part for part in parts if part.start >= named.span.end]
    if epithet := _EPITHET.match(text, named.span.end, span.end):
        behind = [Span(epithet.end() - len(epithet[0]), epithet.end())]
    made = _MADE.search(text, span.start, name.start)
    lead = Span(parts[0].start, min(made.start() if made else name.start, before.end))
    bodies = {n.span for n in names if n is not named}  # "IVO RUEL (Russian Federation)"
    leads = _leads(text, lead)
    of_parts = (_role(text, part) for part in (*leads, *behind) if part not in bodies)
    roles = tuple(role for role in of_parts if role)
    return Reference(
        span,
        "name",
        name=in_small(name.of(text)) if named.type == "person" else name.of(text),
        named=named.span,
        name_type=named.type if named.type in _NAMED else "",
        sex=sex or sex_of_roles(roles) or _sex_of_given_name(name.of(text), named),
        roles=roles,
        role_words=_compared(roles),
        within=tuple(n for n in names if not named.span.holds(n.span)),
        offices=tuple(
            o for w in _words_of_offices(text, named.span, parts, roles) if (o := office(w))
        ),
    )


def _leads(text: str, lead: Span) -> tuple[Span, ...]:
    """Return what stands before a name, a title behind a comma apart: "its envoy, | Major"."""
    comma = text.rfind(", ", *lead)
    behind = text[comma + 1 : lead.end].split() if comma > lead.start else []
    titles_only = bool(behind) and all(is_title(w) or w.lower() in heads() for w in behind)
    if not titles_only or not _describes(text, Span(lead.start, comma)):
        return (lead,)
    return Span(lead.start, comma), Span(comma + 2, lead.end)


def _words_of_offices(
    text: str, named: Span, parts: Sequence[Span], roles: Sequence[Role]
) -> Iterator[str]:
    """Yield what tells the offices of a name; "of Kessar" behind it goes with the one before."""
    end = next((part.end for part in parts if part.start <= named.start < part.end), named.end)
    tail = _TAIL.match(text, named.end, end)
    behind = text[named.end : end] if tail else ""
    yield from (r.text + (behind if r.span.end <= named.start else "") for r in roles)


def _owner(text: str, core: Span, names: Sequence[Mention]) -> Span | None:
    """Return who has what a phrase describes: its first word, or a name that owns what follows."""
    first = _WORD.search(text, *core)
    if first and first[0].lower() in pronouns("possessive"):
        return Span(*first.span())
    owners = (n.span for n in names if core.start <= n.span.start and n.span.end < core.end)
    return next((span for span in owners if owns(text, span.end)), None)


def _owned_by_name(text: str, core: Span, names: Sequence[Mention]) -> bool:
    """Tell whether a phrase opens with an owner: "Garth's mayor" is the mayor of Garth."""
    owner = _owner(text, core, names)
    return owner is not None and not set(_words(text[core.start : owner.start])) & indefinite()


def trimmed(text: str, span: Span) -> Span:
    """Return the span without white space, commas and a possessive ending at its edges."""
    start, end = span
    while start < end and not (text[start].isalnum() or text[start] in "\"“‘«'("):
        start += 1
    while end > start and text[end - 1] in " ,;:\n\t—–-":
        end -= 1
    if when := _WHEN.search(text, start + 1, end):
        end = when.start()
    own = POSSESSIVE.search(text, start, end)
    if own and own.start() > start:
        end = own.start()
    elif text[start:end].endswith(("'", "’")) and not {"'", "‘"} & set(text[start : end - 1]):
        end -= 1  # a quotation that opened before the span closes behind it
    return Span(start, end)


def _parts(text: str, span: Span) -> list[Span]:
    """Return the span cut at commas, brackets and dashes that set off what is added to a name."""
    parts, start = [], span.start
    whole = [Span(*retired.span()) for retired in _RETIRED.finditer(text, *span)]
    for cut in _APPOSITION.finditer(text, span.start, span.end):
        if Span(*cut.span()).overlaps_any(whole):
            continue
        if cut.start() > start:
            parts.append(Span(start, cut.start()))
        start = cut.end()
    if start < span.end:
        parts.append(Span(start, span.end))
    return [p for p in parts if not NOT.match(text, *p)] or [span]


def _core(text: str, part: Span, names: Sequence[Mention]) -> Span:
    """Return the words that head a phrase: up to "of", "in" and the like, those of names aside."""
    for tail in _TAIL.finditer(text, part.start + 1, part.end):
        if not any(n.span.start < tail.start() and tail.end() < n.span.end for n in names):
            return Span(part.start, tail.start())
    return part


def _naming(text: str, parts: Sequence[Span], names: Sequence[Mention]) -> Mention | None:
    """Return the name that the span is: one that ends its first part, or is its second part."""
    if later := _closing(text, parts, names) or _behind_office(text, parts[0], names):
        return later
    aide = len(parts) > 1 and _is_aide(text, parts)
    for number, part in enumerate(parts[: 1 if aide else 2]):
        end, first = _core(text, part, names).end, _core(text, part, ()).end
        for name in names:
            if name.span.start < part.start:
                continue
            ends = name.span.start < end <= name.span.end
            ends = ends or (number == 0 and name.type == "person" and _epithet(text, name, part))
            # "Bank of Almis", but not "Bank of Almis chief": its first noun ends there too.
            if name.span.start < first <= name.span.end:
                ends = ends or not _describes(text, Span(name.span.end, end))
            words = _words(name.span.of(text))
            described = set(words[:1]) <= heads().keys() | determiners()
            if name.form != SURNAME and described and set(words[1:]) <= heads().keys():
                continue  # "The Republican" describes
            # "A seller of nets, Agata Orn"
            apart = len(parts) == 2 and all(map(is_name_part, part.of(text).split()))
            added = name.type == "person" and _is_added(text, Span(part.start, name.span.start))
            if ends and (number == 0 or (added and (apart or _describes(text, parts[0])))):
                return name
    return None


def _is_aide(text: str, parts: Sequence[Span]) -> bool:
    """Tell whether a phrase is of somebody unnamed, and the name behind it whose he is.

    That is a person's: in "a spokesman for the front, Osman Tekle," the spokesman is named.
    """
    aide = _AIDE.match(text, parts[0].start, parts[1].start)
    last = heads().get(aide["last"].lower()) if aide else None
    return last is not None and last.type == "person"


def _is_added(text: str, lead: Span) -> bool:
    """Tell whether what stands before a name behind a comma lets it be added.

    "The minister, the painter Ana Ruel"; not "the minister, received Ana Ruel", nor "clerks,
    including Ana Ruel".
    """
    return _describes(text, lead) or not _GOES_ON.search(lead.of(text))


def _epithet(text: str, name: Mention, part: Span) -> bool:
    """Tell whether a name opens a phrase that goes on with what sets it apart: "Okar the mayor"."""
    behind = _EPITHET.fullmatch(text, name.span.end, part.end)
    return behind is not None and name.span.start == part.start and behind["noun"] in heads()


def _closing(text: str, parts: Sequence[Span], names: Sequence[Mention]) -> Mention | None:
    """Return the person whose name, set off by commas, follows a long description.

    "The head of the agency for rivers, lakes and wetlands, Dr. Solberg". In "an aide to the
    minister, Osman Tekle," he is the minister.
    """
    if len(parts) < 2 or not _describes(text, parts[0]):
        return None
    for part in parts[1:]:
        inside = [n for n in names if n.type == "person" and part.holds(n.span)]
        if not inside:
            continue
        name = inside[-1]
        if made := MADE.match(text, part.start, name.span.end):
            part = Span(made.end(), part.end)
        words = _WORD.findall(text, *part)
        if all(is_name_part(w) or w in particles() for w in words):
            # The tagger may have seen a part of it.
            name = name if name.span == part else replace(name, span=part)
        elif name.span.end != part.end or not _is_title(_words(text[part.start : name.span.start])):
            continue
        return None if _is_aide(text, (parts[0], part)) else name
    return None


def _behind_office(text: str, part: Span, names: Sequence[Mention]) -> Mention | None:
    """Return the person whose full name follows an office and what it is for without a comma.

    "The director for radiation safety | Petra Ilves", "the mayor of Garth | Rudi Kolb"; in "the
    wife of the activist Ivo Matic" and "the aide to jailed Ivo Matic" he is another.
    """
    name = names[-1] if names else None
    if name is None or name.type != "person" or name.span.end != part.end:
        return None
    core = _core(text, part, names)
    if " " not in name.span.of(text):
        return None
    joints = list(_TAIL.finditer(text, core.end, name.span.start))
    if not joints:  # a headline's "Judge To Orsk" has a name "To Orsk"
        return None
    between = [_plain(word) for word in _WORD.findall(text, joints[-1].end(), name.span.start)]
    held = any(is_held_for(word) for word in between)
    his = not _BELONGING.isdisjoint(_words(core.of(text)))
    return name if held and not his and _describes(text, core) else None


def _is_title(words: Sequence[str]) -> bool:
    """Tell whether words before a name are a title alone: "retired general"."""
    return 0 < len(words) <= _LONGEST_TITLE and words[-1] in heads()


def _by_capitals(text: str, part: Span, names: Sequence[Mention]) -> Mention | None:
    """Return the capitalised words that end a phrase as a name which the tagger missed."""
    run: list[re.Match[str]] = []
    for word in reversed(list(_WORD.finditer(text, *_core(text, part, names)))):
        low = word[0].lower()
        dated = low in weekdays() and word.start() > part.start  # "a poll on Friday"
        nobody = low in heads() or low in determiners() or low in _ANYBODY or dated
        if nobody or not is_name_part(word[0]):
            break
        run.append(word)
    if not run:
        return None
    begin, stop = run[-1].start(), run[0].end()
    if len(run) == 1 and is_common(text, Span(begin, stop)):
        return None
    touching = [n.span for n in names if n.span.start < stop and begin < n.span.end]
    if any(other.start < begin or other.end >= stop for other in touching):
        return None  # only a name within a longer one is no obstacle: "the Karsk Banner"
    span = cut_in_headline(text, Span(begin, stop))
    return next((n for n in names if n.span == span), Mention(span, "", "name", 0.0))


def _describes(text: str, part: Span) -> bool:
    """Tell whether words are a description that a name may follow: they hold a role."""
    return any(w.lower() in heads() for w in _WORD.findall(text, *part))


def nouns_of(role: str) -> list[str]:
    """Return the nouns that say what somebody is, those of what he is it of left out."""
    return [w for w in _words(_TAIL.split(role, maxsplit=1)[0]) if w in heads()]


def sex_of_roles(roles: Sequence[Role]) -> str:
    """Return the sex that the nouns of roles tell: "spokeswoman"."""
    nouns = (heads()[w] for r in roles for w in reversed(nouns_of(r.text)))
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
        alone = " " not in text[name.start + word.end() + 1 : name.end]
        if title in noble() and alone:
            sex = sex or address().get(title, "") or _sex_of_noun(title)
            break  # "Pope Francis", "Lady Crewe"
        noun = title if title in heads() else title.removesuffix("s")
        role = noun in heads() and heads()[noun].type == "person"  # "Bill" is none
        if (person and role) or ((person or opens) and title in address()):
            sex = sex or address().get(title, "")
            begin = name.start + word.end() + 1
    for title in _words(lead.of(text)):
        sex = sex or address().get(_plain(title), "")
    given = GIVEN.search(text, lead.start, begin) if person and begin == name.start else None
    whole = folded(name.of(text)).split()[0] in sexes() and " " in name.of(text)
    if given and not whole and may_be_given(given[1].lower()):
        begin = given.start(1)  # the tagger left out the first name
    if lead.start <= begin == name.start and " " not in name.of(text):
        last = re.search(r"(?<!\S)(\S+) $", text[lead.start : begin])
        if person and last and last[1][0].isupper() and last[1].lower() in noble():
            sex = sex or address().get(last[1].lower(), "") or _sex_of_noun(last[1].lower())
            begin = lead.start + last.start(1)
    return Span(begin, without_degrees(text, Span(begin, name.end))), sex


def _sex_of_noun(noun: str) -> str:
    return heads()[noun].sex if noun in heads() else ""


def _role(text: str, part: Span) -> Role | None:
    """Return words as a role if one of them is a noun for what somebody is."""
    part = trimmed(text, part)
    if part.of(text).endswith(")") and "(" not in part.of(text):
        part = Span(part.start, part.end - 1)  # of the bracket that set it off
    words = _words(part.of(text))
    while words and words[0] in articles() | owners():
        first = _WORD.search(text, part.start)
        part = Span(_after(text, first.end() if first else part.start), part.end)
        words = words[1:]
    known = [w for w in words if w in heads() and _plain(w) not in address()]
    if not _NO_ROLES.isdisjoint(words) or is_clause(words):
        return None  # "said shelling had killed two people"
    return Role(part.of(text), part) if known and part.start < part.end else None


def _after(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _nominal(span: Span, words: Sequence[str], names: Sequence[Mention]) -> Reference:
    """Return what the words that head a description tell: "two people" familiar with the talks."""
    head = next((w for w in reversed(words) if w in heads()), words[-1] if words else "")
    head = "person" if AGED.match(head) else head
    known: Head | None = heads().get(head)
    first = words[0] if words else ""
    return Reference(
        span,
        "nominal",
        head=head,
        type=known.type if known else "",
        sex=known.sex if known else "",
        many=known.many if known else head.endswith("s") and not head.endswith("ss"),
        definite=first in definite() or (first not in indefinite() | _ANYBODY and len(words) == 1),
        within=tuple(names),
    )


def _words(text: str) -> list[str]:
    return [w.lower().removesuffix("’s").removesuffix("'s") for w in _WORD.findall(text)]


def _plain(title: str) -> str:
    """Return "Mr." as titles are listed."""
    return title.lower().removesuffix(".")

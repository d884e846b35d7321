"""A person's name and the words around it -> the roles that it is introduced with.

The encoder finds names more surely than the whole phrases in which they stand: "Governor Lidia
Oram", "the president of Kessar, Ruslan Okar, said", "Mira Kestel, the foreign minister,".
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from sayso.english.function_words import articles, definite, determiners
from sayso.english.names import folded, unowned
from sayso.english.pronouns import pronouns
from sayso.english.role_nouns import heads
from sayso.english.sentences import breaks, unbroken
from sayso.english.tables import either, listed
from sayso.english.titles import address, in_full, short_titles, titles
from sayso.records import Role, Span
from sayso.resolve.actors.offices import Office, leads, office
from sayso.resolve.actors.references import Reference, sex_of_roles

_LONGEST_TITLE = 7  # words
_REACH = 110  # characters of the longest apposition
_BEFORE = re.compile(r"(\S+) $")
_PLAIN = re.compile(r"[\w.'’/-]+")
_DETERMINER = re.compile(rf"\b(?:{either(definite() | articles())}|[A-Z]\w+['’]s)\s", re.IGNORECASE)
# "Minister of Health | Dr. Weill", "Secretary of State for Foreign Affairs | Ana Ruel"
_OFFICE_OF = re.compile(
    r"\b(?P<role>(?:[A-Z][\w-]+ )*?(?P<noun>[A-Z][a-z]+)(?: General)? (?:of|for) (?:the )?"
    r"[A-Z][\w-]+(?:,? (?:and |of |for |the )*[A-Z][\w-]+)*?) "
    rf"(?:{either(map(str.capitalize, address()))}\.? )?$"
)
# ", the foreign minister of Ostrania," and "(mayor of Garth)" behind a name.
_BREAK = re.compile(r"[,.;:()“”\"\n—–]")
# Initials end sentences here as often as not: "in Washington, D.C. All five".
_PART = unbroken(_BREAK.pattern[1:-1], initials=False)
_BEHIND = re.compile(rf"(?:,| \()\s?(?P<role>{_PART}{{3,100}})(?=[,.;)—–\n]|$)")
_ENDS = re.compile(r"[,.;:)—–\n]|\s*$")
_RELATIVE = re.compile(rf"\b{either(pronouns('relative'))}\b")
_NO_ROLES = listed("actors.toml", "no_roles")
# What may follow the noun of a role: "minister | of Skerra", "driver | who asked".
_ON = re.compile(r"(?:of|for|in|at|to|from|with|on|and|who|since)\b")
# "President Ruslan Okar | of Kessar"
_OF = re.compile(r" of (?:the |neighbouring |neighboring )?(?:[A-Z][\w-]+ ?){1,3}\b")


def introduced(text: str, reference: Reference) -> Reference:
    """Return a person's reference with the roles that the words around its name tell."""
    if reference.named is None or reference.name_type not in {"person", ""}:
        return reference
    known = {role.span for role in reference.roles}
    roles, offices = list(reference.roles), list(reference.offices)
    start = text.lower().find(reference.name.lower(), *reference.named)
    bare = Span(start, reference.named.end) if start >= 0 else reference.named
    for span, made in roles_beside(text, bare):
        if not span.overlaps_any(known):
            roles.append(Role(span.of(text), span))
            offices += [made] * (made not in offices)
    if len(roles) == len(known):
        return reference
    roles.sort(key=lambda role: role.span)
    words = tuple(w for role in roles for w in folded(unowned(role.text)).split())
    sex = reference.sex or sex_of_roles(roles)
    return replace(reference, roles=tuple(roles), role_words=words, offices=tuple(offices), sex=sex)


def roles_beside(text: str, named: Span) -> Iterator[tuple[Span, Office]]:
    """Yield the roles that the words around a name tell, which is a person's then."""
    if title := _title(text, named.start) or _office_of(text, named.start):
        behind = _OF.match(text, named.end)
        words = title.of(text) + (behind[0] if behind else "")
        if made := office(words):
            yield title, made
    behind = _BEHIND.match(text, named.end)
    if behind and (made := office(behind["role"])) and _is_whole(behind["role"]):
        yield Span(*behind.span("role")), made
    if text[named.start - 2 : named.start] == ", " and _ENDS.match(text, named.end):
        for span in _led_up(text, named.start - 2):
            if (made := office(span.of(text))) and _is_whole(span.of(text)):
                yield span, made
                return


def _title(text: str, end: int) -> Span | None:
    """Return the words of office right before a name: "Foreign Minister", "rebel commander"."""
    start, last = end, None
    for _ in range(_LONGEST_TITLE):
        match = _BEFORE.search(text, max(start - 40, 0), start)
        if match is None or not _PLAIN.fullmatch(match[1]):
            break
        word = match[1]
        low = word.lower().removesuffix(".")
        if word.endswith(".") and low not in short_titles() and low not in in_full():
            break  # the sentence before: "said the general. | Karsk denied it"
        if last is None and low in titles() and not _is_noun(low):
            start = match.start(1)  # "spokesman | Maj."
            continue
        if last is None and (not _is_noun(low) or low.endswith("ed")):
            break  # "President Tarn accused | Ruel"
        if low in determiners() or not (word[0].isupper() or _is_noun(low) or low in _portfolios()):
            break
        last = start = match.start(1)
    return Span(start, end - 1) if last is not None else None


def _office_of(text: str, end: int) -> Span | None:
    """Return an office with what it is for, right before a name: "Minister of Health Dr."."""
    match = _OFFICE_OF.search(text, max(end - _REACH, 0), end)
    if match is None or not _is_noun(match["noun"].lower()):
        return None
    return Span(*match.span("role"))


def _is_noun(word: str) -> bool:
    """Tell whether a word is what a person may be: "minister", and "ministers" before two names."""
    word = in_full().get(word, word)
    known = heads().get(word) or heads().get(word.removesuffix("s"))
    return known is not None and known.type == "person" and word not in address()


@cache
def _portfolios() -> frozenset[str]:
    return listed("actors.toml", "portfolios") | listed("actors.toml", "ranks")


def _led_up(text: str, end: int) -> Iterator[Span]:
    """Yield what may be a description that a comma closes: "the president of Kessar, Okar,"."""
    begin = max(end - _REACH, 0)
    cut = max((at + 1 for at in breaks(_BREAK, text, begin, end)), default=begin)
    yield from (Span(opened.start(), end) for opened in _DETERMINER.finditer(text, cut, end))


def _is_whole(words: str) -> bool:
    """Tell whether words that tell an office are one description and nothing else."""
    if leads(words):
        return True
    own = _RELATIVE.split(words, maxsplit=1)[0]
    tokens = [(t[0].lower(), t.end()) for t in _PLAIN.finditer(words)]
    if not _NO_ROLES.isdisjoint(_PLAIN.findall(own)):
        return False  # "the envoy to Garth said the visit by the mayor, | Ana Ruel"
    for token, at in tokens:
        rest = words[at:].strip()
        if _is_noun(token) and (not rest or _ON.match(rest)):
            return True
        if token not in determiners() and _ON.match(token):
            return False
    return False

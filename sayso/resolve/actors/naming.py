"""What the tagger marks as a name -> the names in it, without what a sentence adds to them."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from functools import cache

from sayso.english.calendar import date_names, short_months
from sayso.english.function_words import determiners, particles
from sayso.english.given_names import sexes
from sayso.english.names import POSSESSIVE, folded, unowned
from sayso.english.pronouns import is_pronoun
from sayso.english.role_nouns import heads, is_somebody
from sayso.english.sentences import opens
from sayso.english.tables import either, listed
from sayso.english.titles import address, generations, short_titles, suffixes
from sayso.records import Mention, Span
from sayso.resolve.actors.names.headlines import cut_in_headline, in_headline

_AND = re.compile(r",? and | & ")
# Words before a name that are none of it; "al", "de" and the like may begin one.
_SMALL = re.compile(rf"(?:(?:[Tt]he|[Bb]oth|(?!{either(particles())}\b)[a-z]\S*) )+")
# "Ivan “the Otter” Brell": a nickname between the first name and the last.
_NICKNAMED = re.compile(
    r"\b[A-Z][\w.'-]{0,40}(?: [A-Z][\w.'-]{0,40})? "
    r"[“\"‘][^\s”\"’](?:[^”\"’\n]{0,20}[^\s,”\"’])?[”\"’] "
    r"[A-Z][\w'’-]*\w(?: [A-Z][\w-]+)?"
)
_JUNIOR = either(map(str.capitalize, generations() & short_titles()))
# "Eric H. Holder Jr.": an initial between the first name and the last.
_INITIAL = re.compile(
    r"\b[A-Z][\w'’-]{1,40} (?:[A-Z]\. ){1,2}[A-Z][\w'’-]*\w"
    rf"(?: {_JUNIOR}\.|(?= {_JUNIOR}\b))?"
)
# "Nurses without Limits", of which the tagger sees the last word alone.
_WITHOUT = re.compile(r"\b(?:[A-Z][\w-]+ )?[A-Z]\w+s [Ww]ithout [A-Z]\w+(?:\b(?! [A-Z])| [A-Z]\w+)")
# "PETRA RUEL (Kenya) said", "PETRA RUEL, Special Envoy": in the reports of bodies that meet.
_IN_CAPITALS = re.compile(
    r"(?<!\S)(?P<first>[A-Z]{2,40})(?:-[A-Z]+)?(?: [A-Z]\.| [A-Z][A-Z'’-]+){1,4}"
    r"(?= \([A-Z]|, [A-Z])"
)
# What may be a first name that the tagger left out.
GIVEN = re.compile(
    rf"(?<!\S)([A-Z](?!\w*(?:ian|ean|ese|ish)\s)[\w'’-]+)(?:\s{either(particles())})*\s\Z"
)
# Whose somebody is, before his name: "Ostrania's | Dovan Petrak", "NWA's | Mira Tolan".
_OWNER = re.compile(r"(?P<owner>(?:[A-Z][\w.&-]*[ -]){0,3}?[A-Z][\w.&-]*?)['’]s (?=[A-Z])")
# A word in small letters after a name, that is not inside one: "Dovan Petrak | has rattled allies".
_GOES_ON = re.compile(rf"(?<=\w) (?!{either(particles() | {'the', 'und'})}\b)[a-z][a-z'’-]* ?")
# A quotation that begins behind a name and a mark: "Gisela Thorn | . “To the".
_QUOTED_ON = re.compile(r"(?<=\w\w)[.,:;!?][\"”’»]? [\"“‘«]")
# "Australian-born | Ursula Flint", "Kremlin-backed | Vadim Orlenko"
MADE = re.compile(
    r"(?:[A-Z][\w.]*-(?:born|based|backed|bred|educated|linked|raised|installed|led) )+"
)
# "Fumed | Ursula Flint: “…”"; "Said" is a first name too.
_SAID = {verb.capitalize() for verb in listed("forms.toml", "inverted") - {"said"}}
_SPOKEN = re.compile(rf"{either(_SAID)} (?=[A-Z])")
# What the tagger cuts off a name: "Moon Jae | -in".
_CUT_OFF = re.compile(r"-(?P<end>[a-z]{1,4}|[A-Z][a-z]+)\b(?!-)")
_NOT_OF_NAMES = frozenset({"era", "led", "like", "run", "born", "made", "held", "style", "ally"})
# "Foundation for Defense | of", "United Nations | and"
_LOOSE = re.compile(r"(?:(?: (?:and|of|for|the|in|at|on|to|&))+|\s?[(\[“‘\"'’]+)\Z")
# "the ferry | Anselma", "the gunboat “ | Krel"
_VESSEL = re.compile(rf"\b{either(listed('actors.toml', 'vessels'))} [\"“‘']?\Z")
# "Interior | Minister"
_OFFICE = re.compile(
    rf" {either(map(str.capitalize, listed('actors.toml', 'behind_portfolios')))}\b"
)
# "Minister of | State", "Minister of State for | Trade", "High Commissioner for | Human Rights"
_HELD_FOR = re.compile(
    r"\b(?P<noun>[\w-]+)(?: General)? (?:of|for|on) "
    r"(?P<between>(?:[A-Z]\w+,? (?:of |for |and |on )?)*)\Z"
)
_LONGEST_OFFICE = 70  # characters
_PLURAL = re.compile(r" (?:are|were|have|come|go|need|want|do)\b")
# What leads in, or opens a quotation, a bracket or an item, behind which a word takes a capital.
_OPENING = tuple(':“”"‘(*•–—-')
# What stands before the first word of a sentence, of a line, or of what is set off.
_FIRST = re.compile(r"(?:\A|\n|[.!?…][\"'”’»)]*\s|[:“”\"‘(*•–—-]\s?)\Z")
_MARKS = 5  # characters of that
# "Mayor of | Garth Rudi Kolb", a place and a full name
_OFFICE_OF = re.compile(r"\b(?P<noun>[A-Za-z]+) of \Z")
_PLACED = 3
_PLACING = re.compile(rf"\b{either(listed('places.toml', 'prepositions'))} \Z", re.IGNORECASE)
_SCORE = 0.9
_SURE = 0.8  # the score from which a first name is a body's
_LONGEST_WORD = 20  # characters of a first name


def bare(text: str, mention: Mention) -> Iterator[Mention]:
    """Yield a name without what the tagger took in too.

    That is small words before it, a second person, an owner, a possessive ending, and what follows.
    """
    person = mention.type == "person"
    start = mention.span.start
    words = text[start : _word_end(text, mention.span, person=person)]
    joints = list(_AND.finditer(words)) if person else []
    edges = [0, *(edge for joint in joints for edge in joint.span()), len(words)]
    for first, last in zip(edges[::2], edges[1::2], strict=True):
        lead = _SMALL.match(words, first, last)
        first = lead.end() if lead else first
        made = MADE.match(words, first, last) if person else None
        first = made.end() if made else first
        spoken = _SPOKEN.match(words, first, last) if person else None
        first = spoken.end() if spoken and opens(text, start + first) else first
        first = _behind_place(text, Span(start + first, start + last)) - start if person else first
        if person and (owner := _OWNER.match(words, first, last)):
            span = Span(start + first, start + owner.end("owner"))
            yield replace(mention, span=span, type="organisation")
            first = owner.end()
        last = _end(words, first, last) if person else _joint_end(words, first, last)
        if person:
            first, last = cut_in_headline(text, Span(start + first, start + last))
            first, last = first - start, last - start
        if any(map(_marks_a_name, words[first:last])):
            name = replace(mention, span=Span(start + first, start + last))
            if not stands_for_nobody(text, name.span, person=person):
                yield name


def _behind_place(text: str, name: Span) -> int:
    """Return where a name begins behind the place of an office: "mayor of Garth | Rudi Kolb"."""
    office = _OFFICE_OF.search(text, max(name.start - _LONGEST_WORD, 0), name.start)
    words = list(re.finditer(r"\S+", name.of(text)))
    if not office or len(words) != _PLACED:
        return name.start
    if folded(words[0][0]) in sexes() and folded(words[1][0]) not in sexes():
        return name.start
    known = heads().get(office["noun"].lower())
    return name.start + words[1].start() if known and known.type == "person" else name.start


def _word_end(text: str, span: Span, *, person: bool) -> int:
    """Return where the last word of a name ends: "Kim Jong-" goes on with "un"."""
    if not person:
        return span.end
    rest = _CUT_OFF.match(text, span.end - text[span.end - 1 : span.end].count("-"))
    return rest.end() if rest and rest["end"] not in _NOT_OF_NAMES else span.end


def _joint_end(words: str, first: int, last: int) -> int:
    """Return where a body's name ends, without an "and" or "of" that it would go on with."""
    joint = _LOOSE.search(words, first, last)
    return joint.start() if joint else last


def _end(words: str, first: int, last: int) -> int:
    """Return where a person's name ends within what the tagger marked."""
    goes_on = _GOES_ON.search(words, first, last)
    last = goes_on.start() if goes_on else last
    quoted = _QUOTED_ON.search(words, first, last)
    last = quoted.start() if quoted else last
    slash = words.find("/", first, last)
    last = slash if slash > first else last  # of a photographer and his agency
    own = POSSESSIVE.search(words, first, last)
    last = own.start() if own else last
    bracket = words[first:last].rpartition(")")  # "Venn East)"
    last -= bool(bracket[1] and not bracket[2] and "(" not in bracket[0])
    closing = not set("'‘“\"") & set(words[first : last - 1])
    return last - 1 if closing and words[first:last].endswith(("'", "’", "”", '"')) else last


def stands_for_nobody(text: str, span: Span, *, person: bool = True) -> bool:
    """Tell whether words that are marked as a name are none, or that of a thing."""
    return _is_of_something(text, span) or is_no_name(text, span, person=person)


def _is_of_something(text: str, span: Span) -> bool:
    """Tell whether a name is a vessel's, or says what an office is for: "Interior Minister"."""
    if _VESSEL.search(text, max(span.start - _LONGEST_WORD, 0), span.start):
        return True
    words = folded(span.of(text)).split()
    if not words or not (words[-1] == "affairs" or _of_offices().issuperset(words)):
        return False
    if _OFFICE.match(text, span.end):
        return True
    held = _HELD_FOR.search(text, max(span.start - _LONGEST_OFFICE, 0), span.start)
    between = set(folded(held["between"]).split()) if held else set[str]()
    return held is not None and is_somebody(held["noun"]) and between <= _of_offices()


@cache
def _of_offices() -> frozenset[str]:
    """Return what offices are for, and the small words in that: "state", "and", "development"."""
    small = frozenset({"of", "for", "and", "the", "on"})
    return listed("actors.toml", "portfolios") | listed("actors.toml", "offices_for") | small


def is_no_name(text: str, span: Span, *, person: bool = True) -> bool:
    """Tell whether one word is none: "Maj." alone, "Earlier" or a verb that opens a sentence.

    A word that opens a sentence is no name where the article has it in small letters too, and
    nowhere within a sentence with a capital; nor are "Bakers" and "Eels are" a person's. What
    bodies are called by, "Parliament", may be the name of one.
    """
    words = span.of(text)
    small = folded(words)
    if " " in words or not small:
        return False
    if small in _never() or is_pronoun(words):
        return person
    if len(small) == 1:
        return person
    if not opens(text, span.start, after=_OPENING):
        return False
    if _is_many(text, span, person=person):
        return True
    lower = words.lower()
    if lower not in text:  # a look that costs little, for every name of the article takes it
        return False
    if not re.search(rf"(?<![\w’'-]){re.escape(lower)}(?![\w’'-])", text):
        return False
    others = re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)
    return all(opens(text, other.start(), after=_OPENING) for other in others)


def is_common(text: str, span: Span) -> bool:
    """Tell whether a word that only an opening gives its capital is common: "Gunmen", "Settlers".

    That is one of several that opens a sentence, and has no capital elsewhere within one.
    """
    words = span.of(text)
    low = words.lower()
    if not (low.endswith(("s", "men", "people")) and words[1:].islower()) or low.endswith("ss"):
        return False
    others = (o.start() for o in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text))
    return all(_FIRST.search(text, max(at - _MARKS, 0), at) for at in others)


def is_missed(text: str, span: Span) -> bool:
    """Tell whether words that only describe somebody may be a name which the tagger missed.

    A word that opens a sentence or stands in a headline is none, unless it has a capital elsewhere.
    """
    words = span.of(text)
    begins = opens(text, span.start, after=_OPENING) or in_headline(text, span.start)
    if " " in words or text[span.start - 1 : span.start] == "(" or not begins:
        return True
    others = re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)
    inside = (not (opens(text, o.start()) or in_headline(text, o.start())) for o in others)
    return folded(words) in sexes() or any(inside)


def _is_many(text: str, span: Span, *, person: bool) -> bool:
    """Tell whether a word that opens a sentence speaks of several: "Bakers said", "Eels are"."""
    small = span.of(text).lower()
    if not small.endswith("s") or small.endswith("ss"):
        return False
    head = heads().get(small) or heads().get(small[:-1])
    trade = head is not None and text[span.end : span.end + 2].strip().islower()
    return trade or (person and _PLURAL.match(text, span.end) is not None)


@cache
def _never() -> frozenset[str]:
    """Return the words that are no person's name by themselves."""
    bodies = {noun for noun, head in heads().items() if head.type != "person"}
    small_words = determiners() | date_names() | listed("actors.toml", "no_names")
    small_words |= listed("actors.toml", "anybody")
    return short_titles() | short_months().keys() | small_words | bodies


def may_be_given(word: str) -> bool:
    """Tell whether a word with a capital before a name may be its first: "Today" may not."""
    small = word.lower()
    if MADE.match(f"{word.capitalize()} ") or unowned(word) != word:
        return False
    known = {
        noun
        for noun in {small, small.removesuffix("s")} & heads().keys()
        if heads()[noun].type == "person" or small not in sexes()  # "Bill" is a first name
    }
    return not (known or small in address() or small in _no_names())


@cache
def _no_names() -> frozenset[str]:
    return determiners() | date_names() | listed("actors.toml", "no_names")


def _with_first_name(text: str, name: Mention, others: Collection[Mention]) -> Mention:
    """Return a surname with the first name right before it, where the tagger left that out.

    It may have taken it for a place: "Georgia | Nkemelu", but not "in Georgia | Nkemelu".
    """
    words = name.span.of(text).split()
    if name.type != "person" or (len(words) > 1 and words[0].lower() not in particles()):
        return name
    given = GIVEN.search(text, max(name.span.start - _LONGEST_WORD, 0), name.span.start)
    if given is None or not may_be_given(given[1]):
        return name
    whole = Span(given.start(1), name.span.end)
    placed = _PLACING.search(text, max(whole.start - _LONGEST_WORD, 0), whole.start)
    named = folded(given[1]) in sexes() and not placed
    free = (o for o in others if not (named and _is_unsure(o) and whole.holds(o.span)))
    taken = any(o.span.overlaps(whole) for o in free if o is not name)
    return name if taken else replace(name, span=whole)


def _is_unsure(name: Mention) -> bool:
    """Tell whether the tagger may have taken a first name for a place, or a body."""
    return name.type == "place" or (name.type == "organisation" and name.score < _SURE)


def joined_names(text: str, names: Iterable[Mention]) -> list[Mention]:
    """Return names, one where the tagger found pieces of "Ivan “the Otter” Brell"."""
    every = sorted(names, key=lambda m: m.span)
    whole = [Span(*m.span()) for p in (_NICKNAMED, _INITIAL) for m in p.finditer(text)]
    joined = []
    for span in whole:
        last = [m for m in every if m.type == "person" and span.holds(m.span)]
        if last and last[-1].span.end >= span.end - 1:
            every = [m for m in every if not span.holds(m.span)]
            joined.append(replace(last[-1], span=span))
    for match in _IN_CAPITALS.finditer(text):
        span = Span(*match.span())
        inside = [m for m in every if m.span.overlaps(span)]
        known = len(inside) == 1 and (inside[0].span, inside[0].type) == (span, "person")
        if not known and folded(match["first"]) in sexes():
            every = [m for m in every if m not in inside]
            joined.append(Mention(span, "person", "name", _SCORE))
    bodies = [Span(*m.span()) for m in _WITHOUT.finditer(text)]
    for span in bodies:
        inside = [m for m in every if m.span.overlaps(span)]
        if all(span.holds(m.span) for m in inside):
            every = [m for m in every if m not in inside]
            joined.append(Mention(span, "organisation", "name", _SCORE))
    ordered = sorted([*every, *joined], key=lambda m: m.span)
    near = zip([None, *ordered], ordered, [*ordered[1:], None], strict=False)
    made = [_with_first_name(text, m, [o for o in (a, z) if o]) for a, m, z in near]
    return [m for m, after in zip(made, [*made, None][1:], strict=True) if not _is_in(m, after)]


def _is_in(name: Mention, after: Mention | None) -> bool:
    """Tell whether a name is the first one of the longer name that is next to it."""
    return after is not None and after.span != name.span and after.span.holds(name.span)


def without_degrees(text: str, name: Span) -> int:
    """Return where a name ends without "MP", "KBE" and the like."""
    words = list(re.finditer(r"\S+", name.of(text)))
    degrees = suffixes() - generations()
    while len(words) > 1 and words[-1][0].strip(",").lower().removesuffix(".") in degrees:
        words.pop()
    return name.start + words[-1].end() - words[-1][0].endswith(",")


def _marks_a_name(letter: str) -> bool:
    """Tell whether a character stands in names: a capital, a figure, a letter of another script."""
    return letter.isupper() or letter.isdigit() or (letter.isalpha() and not letter.isascii())

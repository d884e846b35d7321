"""A record and a place -> who is said in it to hold, to have lost or to claim that place.

What is read is how a text words it, beside each mention of the place: holding a place and claiming
it are different things, and each keeps whoever says so.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from sayso.english.calendar import date_names
from sayso.english.function_words import auxiliaries, determiners, modals, negations, tense_verbs
from sayso.english.lemmas import forms
from sayso.english.pronouns import subjects
from sayso.english.sentences import ends
from sayso.english.tables import either, lists
from sayso.link.positions.sides import side_of
from sayso.linked import AGAINST, Holding
from sayso.records import Actor, Location, Place, Record, Span

_TOKEN = re.compile(r"\w+(?:['’.-]\w+)*|[^\w\s]")
_HOLDER = 6  # words that the name of a holder has at most
_REACH = 250  # characters around a mention within which its sentence is looked for
_TABLE = "control.toml"
# An event in front of its date: "since the treaty of | 1921", "after the massacre on | 12 May",
# "a map of | 1888"
_EVENT = re.compile(
    rf"(?P<since>\b(?:since|after|before|until|under|following) )?\b{either(determiners())} "
    r"(?:[\w-]+ ){0,3}?(?P<noun>[\w-]+) (?:(?:signed|agreed|reached) )?"
    r"(?:of|(?P<on>in|on)) (?:the )?\Z"
)
_OF_THE_SPEAKER = "the speaker's side"

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Token:
    word: str  # in small letters
    span: Span


@dataclass(frozen=True, slots=True)
class _Worded:
    """How a passage words it: the kind, the holder's words (none for the speaker), the phrase."""

    kind: str
    holder: Span | None
    phrase: Span
    negative: bool = False


def holdings(record: Record, numbers: Collection[int]) -> list[Holding]:
    """Return who is said to hold, to have lost or to claim a place, in text order.

    `numbers` are those of the record's places that are meant. What was not said tells nothing.
    """
    return [
        made
        for place in _named(record, [record.places[number] for number in sorted(numbers)])
        if place.use == "literal"
        for worded in _worded(record.article.text, place.mention)
        if (made := _holding(record, place, worded))
    ]


def called(record: Record, name: str) -> list[Holding]:
    """Return the same of a name that no place of the record has: a village that no gazetteer knows.

    A person of that name is no place.
    """
    text = record.article.text
    persons = [span for each in record.actors if _is_somebody(each) for span in each.mentions]
    spans = (Span(*match.span()) for match in _by_name(name).finditer(text))
    return [
        made
        for span in spans
        if not span.overlaps_any(persons)
        for worded in _worded(text, span)
        if (made := _holding(record, Place(span, "literal", Location(), 0.0, ""), worded))
    ]


def _is_somebody(actor: Actor) -> bool:
    """Tell whether an actor is a person for more than the look of a name."""
    return actor.type == "person" and (bool(actor.roles) or " " in actor.name)


def is_worded(text: str, mentions: Collection[Span]) -> bool:
    """Tell whether a text words beside a place, or its name, that somebody may hold or claim it."""
    names = {mention.of(text) for mention in mentions}
    named = (Span(*m.span()) for name in names for m in _by_name(name).finditer(text))
    return any(next(_worded(text, span), None) for span in {*mentions, *named})


def _by_name(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")


def _named(record: Record, places: Sequence[Place]) -> list[Place]:
    """Return places with all that are called so and that reading has missed, in text order."""
    text, known = record.article.text, [place.mention for place in record.places]
    missed: dict[Span, Place] = {}
    for place in places:
        name = place.mention.of(text)
        for match in _by_name(name).finditer(text):
            span = Span(*match.span())
            if not span.overlaps_any(known):
                missed.setdefault(span, replace(place, mention=span, use="literal"))
    return sorted((*places, *missed.values()), key=lambda place: place.mention)


def _worded(text: str, mention: Span) -> Iterator[_Worded]:
    sentence = _sentence(text, mention)
    before = _tokens(text, Span(sentence.start, mention.start))
    after = _tokens(text, Span(mention.end, sentence.end))
    behind = _behind([token for token in after if token.word not in _words("degrees")])
    if behind:
        yield behind
        return
    if relative := _relative(after):
        yield relative
    joined = _joined(text, before) or _claim(before)
    if joined:
        yield joined
    elif not after or after[0].word not in auxiliaries() | _unreal():  # "claimed Hadrov was safe"
        ahead = _ahead(text, before)
        if ahead:
            yield ahead


def _sentence(text: str, mention: Span) -> Span:
    """Return the sentence around a mention, or what of it is near."""
    start, end = max(0, mention.start - _REACH), min(len(text), mention.end + _REACH)
    start = max(start, text.rfind("\n", start, mention.start) + 1)
    line_end = text.find("\n", mention.end, end)
    end = line_end if line_end >= 0 else end
    marks = list(ends(text, start, end))
    start = max((m.end for m in marks if m.end <= mention.start), default=start)
    end = min((m.end for m in marks if m.start >= mention.end), default=end)
    return Span(start, end)


def _tokens(text: str, span: Span) -> list[_Token]:
    return [
        _Token(m.group().lower(), Span(m.start(), m.end()))
        for m in _TOKEN.finditer(text, span.start, span.end)
    ]


def _behind(after: Sequence[_Token]) -> _Worded | None:
    """Read what stands behind the place: "fell to the army", "is held by Ostrania", "is ours"."""
    if len(after) > 1 and after[0].word in tense_verbs() and after[1].word == "been":
        after = after[2:]  # "has been in the hands of"
    own = _opening(after, "own")
    if own:
        kind, size = own
        return _Worded(kind, None, _stretch(after[:size]))
    passive = _opening(after, "after")
    if not passive:
        return _in_hands(after)
    kind, size = passive
    holder = _name(after[size:], backwards=False)
    if not holder:
        return None
    return _Worded(kind, _stretch(holder), _stretch(after[: size + len(holder)]))


def _in_hands(after: Sequence[_Token]) -> _Worded | None:
    """Read "is in government hands", "remains under rebel control"."""
    words = [token.word for token in after[: _HOLDER + 2]]
    first = 1 if words and words[0] in auxiliaries() | _words("stays") else 0
    last = {"in": "hands", "under": "control"}.get(" ".join(words[first : first + 1]), "")
    if last not in words:
        return None
    holder = after[first + 1 : words.index(last)]
    if not holder or holder[-1].word in determiners():  # "in the hands of"
        return None
    return _Worded("holds", _stretch(holder), _stretch(after[: words.index(last) + 1]))


def _relative(after: Sequence[_Token]) -> _Worded | None:
    """Read a clause about the place: "Hadrov, which Ostrania has held"."""
    words = [token.word for token in after[: 2 * _HOLDER]]
    if words[:1] != [","] or words[1:2] not in (["which"], ["that"]):
        return None
    for at in range(3, len(words)):
        kind = _verb((words[at],))
        if not kind or words[at] in auxiliaries():
            continue
        last = at
        while last > 3 and (words[last - 1] in _before_verb() or words[last - 1].endswith("ly")):
            last -= 1
        holder = after[2:last]
        unsure = not _unreal().isdisjoint(words[2:at])
        if unsure or any(t.word in _words("ends") or not t.word[0].isalnum() for t in holder):
            return None
        negative = not negations("negator").isdisjoint(words[last:at])
        return _Worded(kind, _stretch(holder), _stretch(after[2 : at + 1]), negative)
    return None


def _claim(before: Sequence[_Token]) -> _Worded | None:
    """Read "Ostrania's claim to" the place."""
    rest = _without(before, _words("between"))
    if len(rest) < 3 or rest[-1].word not in ("to", "on", "over"):
        return None
    if rest[-2].word not in ("claim", "claims") or not rest[-3].word.endswith(("'s", "’s", "s'")):
        return None
    owner = rest[-3]
    size = len(owner.word) - len(owner.word.rstrip("s").rstrip("'’"))
    span = Span(owner.span.start, owner.span.end - size)
    return _Worded("claims", span, Span(owner.span.start, rest[-1].span.end))


def _joined(text: str, before: Sequence[_Token]) -> _Worded | None:
    """Read what is joined to the holder's name: "Ostrania-held" Hadrov."""
    rest = _without(before, _words("between"))
    if not rest or "-" not in rest[-1].word:
        return None
    name, _, word = rest[-1].word.rpartition("-")
    kind = _kinds("joined").get((word,))
    if kind is None or not text[rest[-1].span.start].isupper():
        return None
    start = rest[-1].span.start
    return _Worded(kind, Span(start, start + len(name)), rest[-1].span)


def _ahead(text: str, before: Sequence[_Token]) -> _Worded | None:
    """Read what stands before the place: "Ostranian forces have captured the town of" Hadrov."""
    least = len(_without(before, _words("between")))
    ways = [
        (size, last, kind)
        for last in range(least, len(before) + 1)
        for size in range(min(_longest("before"), last), 0, -1)
        if (kind := _verb(tuple(token.word for token in before[last - size : last])))
    ]
    if not ways:
        return None
    size, last, kind = max(ways)  # "lose control of", not "control"
    return _active(text, kind, before[: last - size], before[last - size : last])


def _active(
    text: str, kind: str, before: Sequence[_Token], verb: Sequence[_Token]
) -> _Worded | None:
    """Return what a verb tells, if a holder stands before it and it tells no mere plan."""
    last = len(before)
    while last and (
        before[last - 1].word in _before_verb() or before[last - 1].word.endswith("ly")
    ):
        last -= 1
    subject = before[:last]
    aux = {token.word for token in before[last:]}
    if subject and subject[-1].word == "and":  # "Ostrania sent troops and annexed Karsk"
        subject = _opening_name(text, subject)
    elif subject and subject[-1].word in _words("relative"):  # "the rebels, who seized Karsk"
        subject = _without(subject, _words("relative") | {","})
    subject = _untimed(subject)
    if not subject or subject[-1].word in _unreal():
        return None
    holder = _name(subject[::-1], backwards=True)[::-1]
    if not holder:
        return None
    negative = not aux.isdisjoint(negations("negator"))
    return _Worded(kind, _stretch(holder), _stretch([*holder, *verb]), negative)


def _untimed(tokens: Sequence[_Token]) -> Sequence[_Token]:
    """Return tokens without words of time at their end: "the rebels last month"."""
    rest = _without(tokens, _words("times") | date_names())
    if len(rest) < len(tokens) and rest and rest[-1].word in _words("before_times"):
        rest = rest[:-1]
    return rest


def _opening_name(text: str, tokens: Sequence[_Token]) -> Sequence[_Token]:
    """Return the tokens of the name with which a sentence opens, none where it opens otherwise."""
    first = 1 if tokens[0].word in determiners() else 0
    last = first
    while last < len(tokens) and text[tokens[last].span.start].isupper():
        last += 1
    return tokens[:last] if last > first else ()


def _without(tokens: Sequence[_Token], words: frozenset[str]) -> Sequence[_Token]:
    """Return tokens without those words at their end."""
    last = len(tokens)
    while last and tokens[last - 1].word in words:
        last -= 1
    return tokens[:last]


def _name(tokens: Sequence[_Token], *, backwards: bool) -> list[_Token]:
    """Return the tokens of a holder's name, the nearest first: until a mark or a word ends it.

    A determiner opens it, and so ends it where it is read `backwards`.
    """
    name: list[_Token] = []
    for token in tokens[:_HOLDER]:
        opens = bool(name) and token.word in determiners()
        is_end = token.word in _words("ends") | _before_verb() or not token.word[0].isalnum()
        if is_end or (opens and not backwards):
            break
        name.append(token)
        if opens or token.word in subjects():
            break
    return name


def _opening(tokens: Sequence[_Token], table: str) -> tuple[str, int] | None:
    """Return the longest phrase of a table that tokens open with: its kind and its size."""
    every = _kinds(table)
    for size in range(min(_longest(table), len(tokens)), 0, -1):
        phrase = tuple(token.word for token in tokens[:size])
        if phrase in every:
            return every[phrase], size
    return None


def _verb(words: Phrase) -> str:
    """Return the kind of a verb in any of its forms, with what follows it; empty if it is none."""
    every = _kinds("before")
    first = [words[0]] if words[0] == "no" else sorted(forms(words[0]))
    return next((kind for form in first if (kind := every.get((form, *words[1:])))), "")


@cache
def _kinds(table: str) -> dict[Phrase, str]:
    return {
        tuple(phrase.split()): kind
        for kind, phrases in lists(_TABLE, table).items()
        for phrase in phrases
    }


@cache
def _longest(table: str) -> int:
    return max(map(len, _kinds(table)))


@cache
def _words(name: str) -> frozenset[str]:
    return lists(_TABLE, "words")[name]


@cache
def _before_verb() -> frozenset[str]:
    """Return what may stand between a holder and his verb: "has not yet" captured."""
    return tense_verbs() | negations("negator") | _words("adverbs")


@cache
def _unreal() -> frozenset[str]:
    """Return what makes of a passage a plan, a wish or a guess, so that it tells of no holding."""
    return modals() | {"to"}


def _stretch(tokens: Sequence[_Token]) -> Span:
    return Span(tokens[0].span.start, tokens[-1].span.end)


def _holding(record: Record, place: Place, worded: _Worded) -> Holding | None:
    """Return what a passage tells, with who says so; None where it was not said."""
    text, at = record.article.text, place.mention
    number = _claimed(record, at)
    if number is None and worded.holder is None:
        return None
    if number is not None and record.acts[number].said != "yes":
        return None
    by = _speaker(record, number)
    is_own = worded.holder is None or worded.holder.of(text).lower() in subjects()
    if is_own and number is None:
        return None
    holder = (by or _OF_THE_SPEAKER) if is_own or worded.holder is None else worded.holder.of(text)
    words = Span(min(at.start, worded.phrase.start), max(at.end, worded.phrase.end))
    published = record.article.published
    return Holding(
        place=place.location.name or at.of(text),
        kind=worded.kind,
        holder=holder,
        span=worded.holder or worded.phrase,
        words=words,
        polarity="neg" if worded.negative != _is_denied(record, number, at) else "pos",
        by=by or record.article.publisher,
        statement=record.statements[number].id if number is not None else "",
        article=record.article.id,
        when=_when(record, words),
        date=published.start if published else "",
        why=f"“{worded.phrase.of(text)}” beside “{at.of(text)}”",
        side=side_of(record, number, "us" if worded.holder is None else worded.holder.of(text)),
    )


def _claimed(record: Record, at: Span) -> int | None:
    """Return the number of the smallest statement whose content holds a span."""
    holding = [
        (sum(s.end - s.start for s in statement.content), number)
        for number, statement in enumerate(record.statements)
        if any(span.holds(at) for span in statement.content)
    ]
    return min(holding)[1] if holding else None


def _speaker(record: Record, number: int | None) -> str:
    if number is None:
        return ""
    names = {actor.id: actor.name for actor in record.actors}
    return ", ".join(names[each] for each in record.provenance[number].speakers if each in names)


def _is_denied(record: Record, number: int | None, at: Span) -> bool:
    """Tell whether the statement about a place is put forward as not so.

    Where its words are what is negative, that is of what else they say: "holds it and will not
    give it up".
    """
    if number is None or record.acts[number].polarity != "neg":
        return False
    if record.statements[number].kind == "direct":  # what is quoted says itself what is not so
        return False
    if record.acts[number].name in AGAINST:
        return True
    text = record.article.text
    rest = (Span(max(s.start, at.end), s.end) for s in record.statements[number].content)
    words = {token.word for span in rest if span.end > span.start for token in _tokens(text, span)}
    return words.isdisjoint(negations("negator"))


def _when(record: Record, words: Span) -> str:
    """Return the day that a time expression within or beside a passage tells, the nearest one.

    That of an event tells no day of holding: "since the treaty of 1921".
    """
    text = record.article.text
    near = [
        (max(words.start - t.mention.end, t.mention.start - words.end, 0), t.start)
        for t in record.times
        if t.start and t.type == "DATE" and not _is_of_event(text, t.mention)
    ]
    distance, day = min(near, default=(_REACH, ""))
    return day if distance < _REACH // 4 else ""


def _is_of_event(text: str, mention: Span) -> bool:
    """Tell whether a time is that of an event by which something is dated."""
    before = _EVENT.search(text, max(0, mention.start - _REACH // 4), mention.start)
    is_dated = before and (before["since"] or not before["on"])
    if before and is_dated and before["noun"] not in _words("calendar"):
        return True
    rest = text[mention.end : mention.end + _REACH // 4]
    behind = rest.split()[:1] if rest.startswith(" ") else []  # "since the | 1921 | treaty"
    is_of_noun = any(word[0].islower() and word not in _words("ends") for word in behind)
    return is_of_noun and text.endswith(" the ", 0, mention.start)

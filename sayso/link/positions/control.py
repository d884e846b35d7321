"""A record and a place -> who is said in it to hold, to have lost or to claim that place.

What is read is how a text words it, beside each mention of the place: holding a place and claiming
it are different things, and each keeps whoever says so.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from sayso.english.calendar import date_names
from sayso.english.function_words import auxiliaries, determiners, negations
from sayso.english.lemmas import forms
from sayso.english.pronouns import subjects
from sayso.english.sentences import ends
from sayso.english.tables import either
from sayso.link.positions.behind import behind
from sayso.link.positions.framing import NOT_SO, UNSURE, denies, framing
from sayso.link.positions.sides import side_of
from sayso.link.positions.worded import (
    HOLDER,
    Phrase,
    Token,
    Worded,
    before_verb,
    holder_name,
    kinds,
    listed,
    longest,
    negators,
    stretch,
    tokens,
    unreal,
    without,
)
from sayso.linked import AGAINST, Holding
from sayso.records import Actor, Location, Place, Record, Span

_REACH = 250  # characters around a mention within which its sentence is looked for
# An event in front of its date: "since the treaty of | 1921", "after the massacre on | 12 May",
# "a map of | 1888"
_EVENT = re.compile(
    rf"(?P<since>\b(?:since|after|before|until|under|following) )?\b{either(determiners())} "
    r"(?:[\w-]+ ){0,3}?(?P<noun>[\w-]+) (?:(?:signed|agreed|reached) )?"
    r"(?:of|(?P<on>in|on)) (?:the )?\Z"
)
_OF_THE_SPEAKER = "the speaker's side"


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


def _worded(text: str, mention: Span) -> Iterator[Worded]:
    sentence = _sentence(text, mention)
    before = tokens(text, Span(sentence.start, mention.start))
    after = tokens(text, Span(mention.end, sentence.end))
    passive = behind(text, [token for token in after if token.word not in listed("degrees")])
    if passive:
        yield passive
        return
    if relative := _relative(after):
        yield relative
    joined = _joined(text, before) or _claim(before)
    if joined:
        yield joined
    elif not after or after[0].word not in auxiliaries() | unreal():  # "claimed Hadrov was safe"
        yield from _ahead(text, before)


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


def _relative(after: Sequence[Token]) -> Worded | None:
    """Read a clause about the place: "Hadrov, which Ostrania has held"."""
    words = [token.word for token in after[: 2 * HOLDER]]
    if words[:1] != [","] or words[1:2] not in (["which"], ["that"]):
        return None
    for at in range(3, len(words)):
        kind = _verb((words[at],))
        if not kind or words[at] in auxiliaries():
            continue
        last = at
        while last > 3 and (words[last - 1] in before_verb() or words[last - 1].endswith("ly")):
            last -= 1
        holder = after[2:last]
        unsure = not (unreal() | listed("missed")).isdisjoint(words[2:at])
        if unsure or any(t.word in listed("ends") or not t.word[0].isalnum() for t in holder):
            return None
        negative = not negators().isdisjoint(words[last:at])
        return Worded(kind, stretch(holder), stretch(after[2 : at + 1]), negative)
    return None


def _claim(before: Sequence[Token]) -> Worded | None:
    """Read "Ostrania's claim to" the place."""
    rest = without(before, listed("between"))
    if len(rest) < 3 or rest[-1].word not in ("to", "on", "over"):
        return None
    if rest[-2].word not in ("claim", "claims") or not rest[-3].word.endswith(("'s", "’s", "s'")):
        return None
    owner = rest[-3]
    size = len(owner.word) - len(owner.word.rstrip("s").rstrip("'’"))
    span = Span(owner.span.start, owner.span.end - size)
    return Worded("claims", span, Span(owner.span.start, rest[-1].span.end))


def _joined(text: str, before: Sequence[Token]) -> Worded | None:
    """Read what is joined to the holder's name: "Ostrania-held" Hadrov."""
    rest = without(before, listed("between"))
    if not rest or "-" not in rest[-1].word:
        return None
    name, _, word = rest[-1].word.rpartition("-")
    kind = kinds("joined").get((word,))
    if kind is None or not text[rest[-1].span.start].isupper():
        return None
    start = rest[-1].span.start
    return Worded(kind, Span(start, start + len(name)), rest[-1].span)


def _ahead(text: str, before: Sequence[Token]) -> Iterator[Worded]:
    """Read what stands before the place: "Ostranian forces have captured the town of" Hadrov."""
    least = len(without(before, listed("between")))
    ways = [
        (size, last, kind)
        for last in range(least, len(before) + 1)
        for size in range(min(longest("before"), last), 0, -1)
        if (kind := _verb(tuple(token.word for token in before[last - size : last])))
    ]
    if ways:
        size, last, kind = max(ways)  # "lose control of", not "control"
        yield from _active(text, kind, before[: last - size], before[last - size : last])


def _active(
    text: str, kind: str, before: Sequence[Token], verb: Sequence[Token]
) -> Iterator[Worded]:
    """Yield what a verb tells, if a holder stands before it and it tells no mere plan."""
    last = len(before)
    while last and (before[last - 1].word in before_verb() or before[last - 1].word.endswith("ly")):
        last -= 1
    subject = before[:last]
    aux = {token.word for token in before[last:]}
    if subject and subject[-1].word == "and":  # "Ostrania sent troops and annexed Karsk"
        subject = _opening_name(text, subject)
    elif subject and subject[-1].word in listed("relative"):  # "the rebels, who seized Karsk"
        subject = without(subject, listed("relative") | {","})
    subject = _untimed(text, subject)
    if not subject or subject[-1].word in unreal() or not aux.isdisjoint(listed("missed")):
        return
    holder = holder_name(subject[::-1], backwards=True)[::-1]
    negative = not aux.isdisjoint(negators())
    for name, none in _holders(text, subject[: len(subject) - len(holder)], holder):
        yield Worded(kind, stretch(name), stretch([*name, *verb]), negative != none)


def _holders(
    text: str, before: Sequence[Token], name: Sequence[Token]
) -> Iterator[tuple[Sequence[Token], bool]]:
    """Yield the holders that a name tells with what stands before it, and whether none of them is.

    "No Ostranian troops", "none of the armies", "both Velmark and Ostrania".
    """
    none = negations("none", "nobody")
    ahead = [token.word for token in before]
    if not name or name[-1].word in none | listed("nobody"):
        return
    if name[0].word in none:
        yield name[1:], True
        return
    negative = ahead[-1:] == ["nor"] or (ahead[-1:] == ["of"] and {*ahead[-2:-1]} & none != set())
    if ahead[-1:] == ["nor"] or (ahead[-1:] == ["and"] and _is_capital(text, name[0])):
        yield from ((other, negative) for other in _other(text, before[:-1], negative=negative))
    yield name, negative


def _other(text: str, before: Sequence[Token], *, negative: bool) -> Iterator[Sequence[Token]]:
    """Yield the first of two holders: "both Velmark and", "Neither Velmark nor"."""
    opens = "neither" if negative else "both"
    first = len(before)
    while first and before[first - 1].word != opens and _is_capital(text, before[first - 1]):
        first -= 1
    is_opened = first > 0 and before[first - 1].word == opens
    if before[first:] and (is_opened or (first == 0 and not negative)):
        yield before[first:]


def _is_capital(text: str, token: Token) -> bool:
    return text[token.span.start].isupper()


def _untimed(text: str, some: Sequence[Token]) -> Sequence[Token]:
    """Return tokens without words of time at their end: "the rebels last month".

    What has a date's name in small letters is none: "they may".
    """
    last = len(some)
    while last and _is_time(text, some[last - 1]):
        last -= 1
    if 0 < last < len(some) and some[last - 1].word in listed("before_times"):
        last -= 1
    return some[:last]


def _is_time(text: str, token: Token) -> bool:
    is_named = token.word in date_names() and not text[token.span.start].islower()
    return is_named or token.word in listed("times")


def _opening_name(text: str, some: Sequence[Token]) -> Sequence[Token]:
    """Return the tokens of the name with which a sentence opens, none where it opens otherwise."""
    first = 1 if some[0].word in determiners() else 0
    last = first
    while last < len(some) and _is_capital(text, some[last]):
        last += 1
    return some[:last] if last > first else ()


def _verb(words: Phrase) -> str:
    """Return the kind of a verb in any of its forms, with what follows it; empty if it is none."""
    every = kinds("before")
    first = [words[0]] if words[0] == "no" else sorted(forms(words[0]))
    return next((kind for form in first if (kind := every.get((form, *words[1:])))), "")


def _holding(record: Record, place: Place, worded: Worded) -> Holding | None:
    """Return what a passage tells, with who says so; None where it was not said."""
    text, at = record.article.text, place.mention
    number = _claimed(record, at)
    words = Span(min(at.start, worded.phrase.start), max(at.end, worded.phrase.end))
    polarity = _polarity(record, number, words, negative=worded.negative)
    if not polarity:
        return None
    if number is None and worded.holder is None:
        return None
    if number is not None and record.acts[number].said != "yes":
        return None
    by = _speaker(record, number)
    is_own = worded.holder is None or worded.holder.of(text).lower() in subjects()
    if is_own and number is None:
        return None
    holder = (by or _OF_THE_SPEAKER) if is_own or worded.holder is None else worded.holder.of(text)
    published = record.article.published
    return Holding(
        place=place.location.name or at.of(text),
        kind=worded.kind,
        holder=holder,
        span=worded.holder or worded.phrase,
        words=words,
        polarity=polarity,
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


def _polarity(record: Record, number: int | None, words: Span, *, negative: bool) -> str:
    """Return whether a passage is told as so or not so; empty where neither is told.

    Who denies what is negative tells nothing.
    """
    text = record.article.text
    framed = framing(text, _sentence(text, words), words)
    if framed == UNSURE:
        return ""
    denied = framed == NOT_SO
    if number is not None and not denied:
        if negative:
            denied = denies(" ".join(span.of(text) for span in record.statements[number].cue))
        elif _is_tangled(record, number, words):
            return ""
        else:
            denied = _is_denied(record, number, words)
    if negative and denied:
        return ""
    return "neg" if negative or denied else "pos"


def _is_denied(record: Record, number: int, words: Span) -> bool:
    """Tell whether the statement that holds a passage is put forward as not so.

    Where its words are what is negative, that is of what they say themselves, "holds it no
    longer", or of what else they say, "holds it and will not give it up".
    """
    if record.acts[number].polarity != "neg":
        return False
    if record.statements[number].kind == "direct":  # what is quoted says itself what is not so
        return False
    if record.acts[number].name in AGAINST:
        return True
    rest = (Span(max(s.start, words.start), s.end) for s in record.statements[number].content)
    return not _has_negator(record.article.text, rest)


def _is_tangled(record: Record, number: int, words: Span) -> bool:
    """Tell whether what is negative stands before a passage, so that it may be of it or not."""
    act, statement = record.acts[number], record.statements[number]
    if act.polarity != "neg" or act.name in AGAINST or statement.kind == "direct":
        return False
    before = (Span(s.start, min(s.end, words.start)) for s in statement.content)
    return _has_negator(record.article.text, before)


def _has_negator(text: str, spans: Iterable[Span]) -> bool:
    words = {t.word for span in spans if span.end > span.start for t in tokens(text, span)}
    return not words.isdisjoint(negators() | {"no"})


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
    if before and is_dated and before["noun"] not in listed("calendar"):
        return True
    rest = text[mention.end : mention.end + _REACH // 4]
    behind = rest.split()[:1] if rest.startswith(" ") else []  # "since the | 1921 | treaty"
    is_of_noun = any(word[0].islower() and word not in listed("ends") for word in behind)
    return is_of_noun and text.endswith(" the ", 0, mention.start)

"""Statements and names that the encoder cut across the grammar -> the same, whole.

Whoever "was quoted by the Courier as saying" is who speaks; "that it plans a raid, she noted" lacks
what denied it; a name, and a source, ends where its sentence does.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from sayso.english.function_words import auxiliaries, determiners
from sayso.english.role_nouns import heads
from sayso.english.sentences import ends
from sayso.english.tables import either, listed, lists
from sayso.records import (
    Annotation,
    Article,
    Mention,
    Reading,
    Span,
    Spans,
    Statement,
    statement_id,
)
from sayso.resolve.forms.gapping import with_gaps

_QUOTED_BY = re.compile(
    r"(?:was|were|is|are|has been|have been|had been) (?:\w+ )?(?:quoted|cited) (?:\w+ )?by"
)
# A content that cannot stand before its cue: "that it plans a raid, she noted".
_THAT = re.compile(r"(?:that|whether|if|how|why)\s")
# What a live page puts before an entry: "14:20 | ", "9.05 am GMT – | ".
_STAMP = re.compile(
    r"(?:(?<=\n)|\A)\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?(?: ?[–—:|-])? +"
    r"(?=[A-ZÀ-Þ“\"])"
)
# “…” Ruel says. “From what?” | asks Tarn. “…”
_GOES_ON = re.compile(r"[?!,][”\"’»]\Z")
# "KARSK, March 3 (NWA) — | That it was so, …"
_DATELINE = re.compile(r"[A-Z]{3}[A-Za-zÀ-ÿ ,.'()/\d]{0,60}? ?(?:—|–|--) (?=[A-Z\"“])")
_LINK = re.compile(r"(?:(?:And|But|Yet|So),? )?")
# What stands in a headline before what is told of a quotation: "': | a mother's search".
_COLON = re.compile(r"[\"'”’»]: $")
_OWNED = re.compile(
    r"['’]s? (?:\w+ )??(?P<noun>\w+)(?= (?:for|to|of|in|from|through|with|against)\b|$)"
)
_SPEAKING = frozenset({"person", "organisation", "place", "group"})
_SAYING = listed("actors.toml", "saying")
_SECTIONS = listed("forms.toml", "sections") | listed("forms.toml", "notices")
# Where what somebody will say stands: "excerpts of the speech".
_DRAFT = re.compile(rf"\b{either(listed('forms.toml', 'drafts'))}\b")
_COMING = either(lists("times.toml", "lists")["coming"])
# "“It is over,” | Ruel | is expected to tell | the council"
_TO_SAY = re.compile(
    r"(?P<words>[“\"][^“”\"\n]+[”\"]) (?P<who>(?:the )?[\w .'’-]{2,60}?) "
    rf"(?P<cue>(?:will|(?:is|are|was|were)(?: {_COMING})? to) {either(_SAYING)})\b"
    r"[^“”\"\n]{0,80}"
)
_ASKING = re.compile(rf"{either(listed('forms.toml', 'requesting'))}")
# "If Tarn says | no again, the loan is lost"
_CONDITION = re.compile(r"(?:If|Unless|Once|When|Until|Even if|As long as) [^,.;:\"“\n]{2,60} ")
_SHORT_NAME = re.compile(r"(?<![\w.])[A-Z]{3,}$")  # "NWA", no "A.N.S"
_SEVERAL = 2  # pieces of a content
# What stands behind the words of somebody else: ", state news agency NWA reported".
_BY_OTHERS = re.compile(r",[\"”’]? [^\n]{5,120}")
_FARTHEST = 200  # characters of what is left out before such a content


def mended(article: Article, annotation: Annotation) -> Annotation:
    """Return the annotation with what was cut across the grammar made whole."""
    text = article.text
    stops = [mark.start for mark in ends(text) if text[mark.start] == "."]
    mentions = [part for m in annotation.mentions for part in _in_sentences(text, m, stops)]
    pairs: list[tuple[Statement, Reading]] = []
    for n, statement in enumerate(annotation.statements):
        whole = _whole(text, statement, mentions, stops)
        whole = _of_headline(article, whole, mentions)
        if whole != statement:
            parts = (whole.source, whole.cue, whole.content)
            whole = replace(whole, id=statement_id(article.id, parts))
        pairs.append((whole, annotation.reading(n)))
    pairs = _each_with_its_own(text, article.id, pairs)
    pairs = with_gaps(text, article.id, _of_speeches(text, article.id, pairs))
    same = tuple(s for s, _ in pairs) == annotation.statements
    if same and tuple(mentions) == annotation.mentions:
        return annotation
    pairs.sort(key=lambda pair: pair[0].extent)
    return Annotation(tuple(s for s, _ in pairs), tuple(mentions), tuple(r for _, r in pairs))


def _each_with_its_own(
    text: str, article: str, pairs: list[tuple[Statement, Reading]]
) -> list[tuple[Statement, Reading]]:
    """Return statements, a quotation that was added to the one before given to whose cue follows.

    “They came,” Ruel says. “From what?” asks Tarn. “From my roof?”
    """
    cued = [(n, s) for n, (s, _) in enumerate(pairs) if s.source and s.cue]
    begins = {min(s.source[0], s.cue[0]).start: n for n, s in cued}
    made = list(pairs)
    for n, (statement, _) in enumerate(pairs):
        *before, last = statement.content
        other = begins.get(last.end + 1) if before and statement.source else None
        if other is None or text[last.end] != " " or not _GOES_ON.search(last.of(text)):
            continue
        kept = tuple(piece for piece in made[n][0].content if piece != last)
        made[n] = _with_content(article, made[n], kept)
        added = tuple(sorted((last, *made[other][0].content)))
        made[other] = _with_content(article, made[other], added)
    return made


def _with_content(
    article: str, pair: tuple[Statement, Reading], content: Spans
) -> tuple[Statement, Reading]:
    statement, reading = pair
    parts = (statement.source, statement.cue, content)
    return replace(statement, id=statement_id(article, parts), content=content), reading


def _of_speeches(
    text: str, article: str, pairs: list[tuple[Statement, Reading]]
) -> list[tuple[Statement, Reading]]:
    """Return statements with what a draft has somebody say as that one's.

    “…,” Ruel will say, according to excerpts.
    """
    made: list[tuple[Statement, Reading]] = []
    sources = {(s.source, s.content[0].start) for s, _ in pairs}
    for statement, reading in pairs:
        speech = _speech(text, statement)
        if speech is None:
            made.append((statement, reading))
            continue
        who, cue, words = speech
        if ((who,), words.start) not in sources:
            parts = ((who,), (cue,), (words,))
            new = replace(statement, id=statement_id(article, parts), kind="direct",
                          source=(who,), cue=(cue,), content=(words,))  # fmt: skip
            made.append((new, reading))
    return made


def _speech(text: str, statement: Statement) -> tuple[Span, Span, Span] | None:
    """Return who will say what by a draft, in which words, where a statement tells that."""
    if [cue.of(text).lower() for cue in statement.cue] != ["according to"]:
        return None
    if not any(_DRAFT.search(source.of(text).lower()) for source in statement.source):
        return None
    begin, end = statement.content[0].start, statement.content[-1].end
    match = _TO_SAY.fullmatch(text, begin, end)
    if match is None:
        return None
    who, cue, words = (Span(*match.span(name)) for name in ("who", "cue", "words"))
    return who, cue, words


def _of_headline(article: Article, statement: Statement, mentions: Sequence[Mention]) -> Statement:
    """Return a quotation of the headline without what stands beside its colon and says nothing.

    "Interview: 'I would do it again'", "'They lied to us': a mother's search for her son".
    """
    title, text = article.title_span, article.text
    if title is None or len(statement.source) != 1 or not title.holds(statement.extent):
        return statement
    (source,) = statement.source
    if "".join(cue.of(text) for cue in statement.cue).strip() not in {"", ":"}:
        return statement
    words = source.of(text)
    if words.lower() in _SECTIONS:
        return replace(statement, source=(), cue=())
    behind = _COLON.search(text, title.start, source.start)
    somebody = any(m.span == source and m.type in _SPEAKING for m in mentions)
    owned = _OWNED.search(words)
    if behind and (not somebody or (owned and owned["noun"].lower() not in heads())):
        return replace(statement, source=(), cue=())
    return statement


def _whole(
    text: str, statement: Statement, mentions: Sequence[Mention], stops: Sequence[int]
) -> Statement:
    first = bool(statement.cue) and any(s.start >= statement.cue[-1].end for s in statement.source)
    sources = (s for s in statement.source if not _is_verb(text, s))
    source = tuple(_in_one(text, s, stops, first=first) for s in sources)
    statement = replace(statement, source=source, content=_unstamped(text, statement.content))
    statement = _of_asker(text, _of_subject(text, statement, mentions), mentions)
    statement = _of_one_voice(text, statement, stops)
    return _with_denial(text, _with_condition(text, statement, stops), stops)


def _unstamped(text: str, content: Spans) -> Spans:
    """Return a content without the time that a live page puts before an entry: "14:20 | Tarn …"."""
    first, *rest = content
    stamp = _STAMP.match(text, first.start, first.end)
    return (Span(stamp.end(), first.end), *rest) if stamp and stamp.end() < first.end else content


def _is_verb(text: str, source: Span) -> bool:
    """Tell whether a source is a verb and what goes with it: "have said", "announce a plan"."""
    first, _, rest = source.of(text).partition(" ")
    if first in auxiliaries():
        return True
    verb = first in _SAYING and first not in heads()
    return verb and rest.split(" ")[0] in determiners() | {"that"}


def _crossed(text: str, span: Span, stops: Sequence[int]) -> list[int]:
    """Return where sentences end within a span behind a short name, its own last mark aside.

    Or behind what somebody is: "the commander. | Tarn". Behind other words a full stop may be that
    of "Sens." or of initials.
    """
    first, last = bisect_right(stops, span.start), bisect_right(stops, span.end - 2)
    return [
        at
        for at in stops[first:last]
        if _SHORT_NAME.search(text, span.start, at) or _ends_in_role(text[span.start : at])
    ]


def _ends_in_role(words: str) -> bool:
    """Tell whether the last word is one for somebody, in small letters: "the commander"."""
    *_, last = words.split() or [""]
    return last.islower() and last in heads()


def _in_sentences(text: str, mention: Mention, stops: Sequence[int]) -> Iterator[Mention]:
    """Yield the names in what crosses the end of a sentence: "the NWA. | Skerra"."""
    cuts = _crossed(text, mention.span, stops) if mention.form == "name" else []
    if not cuts:
        yield mention
        return
    edges = [mention.span.start, *(cut + 1 for cut in cuts), mention.span.end]
    for start, end in pairwise(edges):
        words = text[start:end]
        begin = start + len(words) - len(words.lstrip())
        stop = end - 1 if words.rstrip().endswith(".") else end
        if begin < stop and not _ends_in_role(text[begin:stop]):
            body = len(words.split()) == 1 and words.strip(" .").isupper()
            type_ = "organisation" if body else mention.type
            yield replace(mention, span=Span(begin, stop), type=type_)


def _in_one(text: str, span: Span, stops: Sequence[int], *, first: bool) -> Span:
    """Return the part of a source in its last sentence, or the first: “…,” said | the general."""
    cuts = _crossed(text, span, stops)
    if not cuts:
        return span
    if first and _ends_in_role(text[span.start : cuts[0]]):
        return Span(span.start, cuts[0])
    rest = text[cuts[-1] + 1 : span.end]
    return Span(span.end - len(rest.lstrip()), span.end) if rest.strip() else span


def _of_subject(text: str, statement: Statement, mentions: Sequence[Mention]) -> Statement:
    """Return a statement of whoever "was quoted by" its source as that one's own."""
    if len(statement.cue) != 1 or len(statement.source) != 1:
        return statement
    (cue,), (source,) = statement.cue, statement.source
    if source < cue or not _QUOTED_BY.fullmatch(cue.of(text)):
        return statement
    before = (m.span for m in mentions if m.span.end == cue.start - 1)
    subject = min(before, default=None)
    if subject is None:
        return statement
    why = f"“{' '.join(subject.of(text).split())}” “{cue.of(text)}” somebody."
    return replace(statement, source=(subject,), why=why)


def _of_asker(text: str, statement: Statement, mentions: Sequence[Mention]) -> Statement:
    """Return a statement of whoever is asked as that of whoever asks: "asked | allies | for aid".

    Where nobody stands right before the verb, nobody is known to ask.
    """
    if len(statement.cue) != 1 or len(statement.source) != 1:
        return statement
    (cue,), (source,) = statement.cue, statement.source
    asked = source.start == cue.end + 1 and _ASKING.fullmatch(cue.of(text).lower())
    if not asked or text[source.end : statement.content[0].start] != " for ":
        return statement
    subject = min((m.span for m in mentions if m.span.end == cue.start - 1), default=None)
    content = (Span(source.start, statement.content[0].end), *statement.content[1:])
    return replace(statement, source=(subject,) if subject else (), content=content)


def _with_condition(text: str, statement: Statement, stops: Sequence[int]) -> Statement:
    """Return a statement of a whole sentence with the condition that it opens with.

    "If Tarn says | no, the loan is lost, the bank said": the condition is part of it.
    """
    first, *rest = statement.content
    behind = statement.cue and statement.cue[0].start >= statement.content[-1].end
    if not behind or statement.kind == "direct":
        return statement
    at = bisect_right(stops, first.start)
    begin = max(stops[at - 1] + 1 if at else 0, text.rfind("\n", 0, first.start) + 1)
    begin += len(text[begin : first.start]) - len(text[begin : first.start].lstrip())
    if not _CONDITION.fullmatch(text, begin, first.start):
        return statement
    return replace(statement, content=(Span(begin, first.end), *rest))


def _of_one_voice(text: str, statement: Statement, stops: Sequence[int]) -> Statement:
    """Return a report without what the sentence before gives to somebody else.

    "The army denied it, NWA reported. Rusk said he saw it": Rusk says no more than that.
    """
    if statement.kind != "indirect" or not statement.cue or len(statement.content) < _SEVERAL:
        return statement
    at = bisect_right(stops, min((*statement.source, *statement.cue)).start)
    begin = stops[at - 1] if at else 0
    own = tuple(piece for piece in statement.content if piece.end > begin)
    others = (piece for piece in statement.content if piece.end <= begin)
    if not own or not all(_BY_OTHERS.fullmatch(text, p.end, begin) for p in others):
        return statement
    return replace(statement, content=own)


def _with_denial(text: str, statement: Statement, stops: Sequence[int]) -> Statement:
    """Return a statement whose cue follows a mere "that" with what goes before that."""
    first, *rest = statement.content
    behind = statement.cue and statement.cue[0].start >= statement.content[-1].end
    if not behind or statement.kind == "direct" or not _THAT.match(text, first.start):
        return statement
    at = bisect_right(stops, first.start)
    begin = max(stops[at - 1] + 1 if at else 0, text.rfind("\n", 0, first.start) + 1)
    begin += len(text[begin : first.start]) - len(text[begin : first.start].lstrip(" \"“”'"))
    for before in (_DATELINE, _LINK):
        if match := before.match(text, begin):
            begin = match.end()
    lead = Span(begin, first.start)
    parts = [p for p in statement.parts if p != first]
    if not 0 < lead.end - lead.start <= _FARTHEST or lead.overlaps_any(parts):
        return statement
    return replace(statement, content=(Span(begin, first.end), *rest))

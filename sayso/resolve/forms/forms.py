"""Article and annotation -> the annotation with the statements that the text's layout makes plain.

They stand beside the encoder's, and in place of those that take a turn or a caption apart.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from sayso.english.role_nouns import heads
from sayso.english.tables import listed
from sayso.english.titles import is_title
from sayso.records import (
    UNREAD,
    Annotation,
    Article,
    Mention,
    Reading,
    Span,
    Spans,
    Statement,
    statement_id,
)
from sayso.resolve.forms.captions import captions_of, signed
from sayso.resolve.forms.headlines import signed_headline
from sayso.resolve.forms.interviewees import interviewed
from sayso.resolve.forms.interviews import (
    answers_of,
    in_first_person,
    led_in,
    put_to_somebody,
)
from sayso.resolve.forms.inverted import inverted_of
from sayso.resolve.forms.lines import Line, lines_of
from sayso.resolve.forms.mending import mended
from sayso.resolve.forms.releases import release_of
from sayso.resolve.forms.turns import Turn, notices_of, turns_of
from sayso.resolve.forms.unsaid import is_unsaid
from sayso.resolve.forms.works import without_works

_SCORE = 0.9
_NOWHERE = Span(0, 0)
_ASKING = listed("forms.toml", "asking")  # labels of whoever asks, who is nobody in particular
_UNNAMED = {"the", "unidentified", "unknown"} | listed("forms.toml", "questions")
_NAMED = {"person", "place", "time", "organisation"}


class Formed(NamedTuple):
    """An annotation with the statements that the layout makes plain.

    `named` is, by the ids of statements that no words beside them name a speaker for, where the
    text names who speaks: whoever answers in an interview.
    """

    annotation: Annotation
    named: dict[str, Span]


@dataclass(frozen=True, slots=True)
class _Form:
    """A statement that the layout makes plain; `named` is as in `Formed`."""

    source: Spans
    content: Spans
    named: Span
    why: str
    kind: str = "direct"
    cue: Spans = ()


def formed(article: Article, annotation: Annotation) -> Formed:
    """Return the annotation with what turns, captions and interviews make plain."""
    annotation = _without_unsaid(article, mended(article, annotation))
    lines, text = lines_of(article), article.text
    forms, notices = list(_forms(article, lines, annotation.mentions)), notices_of(lines)
    if headline := signed_headline(article, annotation):
        who = " ".join(headline.who.of(text).split())
        why = f"“{who}” stands behind the headline as who says it."
        forms.append(_Form((headline.who,), (headline.words,), _NOWHERE, why, "indirect"))
    author = signed(lines)
    if not (forms or notices or author):
        return Formed(annotation, {})
    pairs = [
        (statement, annotation.reading(n))
        for n, statement in enumerate(annotation.statements)
        if not any(_replaces(form, statement) for form in forms)
        and not any(span.overlaps_any(notices) for span in statement.source)
    ]
    named = {s.id: author for s, _ in pairs if author and _by_author(s, text)}
    for form in forms:
        statement = _statement(form, article)
        pairs.append((statement, UNREAD))
        if form.named != _NOWHERE:
            named[statement.id] = form.named
    pairs.sort(key=lambda pair: pair[0].extent)
    labels = [span for form in forms for span in form.source]
    labels += [span for span in named.values() if span.of(text).isupper()]
    cues = {cue for form in forms for cue in form.cue}
    sound = [
        m for m in annotation.mentions if m.span not in cues and not m.span.overlaps_any(notices)
    ]
    return Formed(_annotation(pairs, _with_labels(text, sound, labels)), named)


def _without_unsaid(article: Article, annotation: Annotation) -> Annotation:
    """Return the annotation without what nobody says: titles of works, and what is no speech."""
    kept: list[tuple[Statement, Reading]] = []
    for n, statement in enumerate(annotation.statements):
        content = without_works(article.text, statement.content)
        if content and content != statement.content:
            parts = (statement.source, statement.cue, content)
            statement = replace(statement, id=statement_id(article.id, parts), content=content)
        if content and not is_unsaid(article.text, statement):
            kept.append((statement, annotation.reading(n)))
    same = tuple(statement for statement, _ in kept) == annotation.statements
    return annotation if same else _annotation(kept, annotation.mentions)


def _by_author(statement: Statement, text: str) -> bool:
    """Tell whether it is the author's own "I" that says so."""
    words = [span.of(text) for span in statement.source]
    return words == ["I"] and statement.kind == "indirect"


def _annotation(
    pairs: Sequence[tuple[Statement, Reading]], mentions: Sequence[Mention]
) -> Annotation:
    return Annotation(
        tuple(statement for statement, _ in pairs),
        tuple(mentions),
        tuple(reading for _, reading in pairs),
    )


def _forms(article: Article, lines: Sequence[Line], mentions: Sequence[Mention]) -> Iterator[_Form]:
    names = [m for m in mentions if m.form == "name" and m.type in _NAMED]
    types = {m.span.end: m.type for m in names}
    text = article.text
    turns = turns_of(lines, types)
    questioned = any(turn.part == "answer" for turn in turns) and not _talks(turns, text)
    if questioned and not led_in(lines, turns, names):
        turns = []  # an article that explains itself in questions and answers
    turns = turns or answers_of(lines, article)
    if not turns and (release := release_of(article, lines)):
        who = " ".join(release[0].of(text).split())
        yield _Form((release[0],), release[1], _NOWHERE, f"The heading says that “{who}” says it.")
        return
    for turn, answering in zip(turns, interviewed(turns, names, article), strict=True):
        if form := _of_turn(turn, answering, text):
            yield form
    if not turns:
        for caption in captions_of(lines, types):
            words = " ".join(caption.who.of(text).split())
            why = f"“{words}” stands beside the quotation as who said it."
            yield _Form((caption.who,), caption.words, _NOWHERE, why)
        for verb, speaker, quoted in inverted_of(text):
            why = f"“{verb.of(text)}” opens the sentence before who says it."
            yield _Form((speaker,), (quoted,), _NOWHERE, why, cue=(verb,))


def _talks(turns: Sequence[Turn], text: str) -> bool:
    """Tell whether somebody answers: in the first person, or between others who are named."""
    talks = in_first_person(turns, text) or put_to_somebody(turns, text)
    return talks or any(turn.label != _NOWHERE for turn in turns)


def _of_turn(turn: Turn, answering: Span, text: str) -> _Form | None:
    if turn.label.of(text).lower() in _ASKING:
        return _Form((), turn.words, _NOWHERE, "It is a question of the transcript.")
    if turn.label != _NOWHERE:
        words = " ".join(turn.label.of(text).split())
        return _Form((turn.label,), turn.words, _NOWHERE, f"“{words}” is the label of this turn.")
    named = turn.by if turn.part == "question" else answering
    if not named or named == _NOWHERE:
        return None
    return _Form((), turn.words, named, f"It is {_ARTICLE[turn.part]} of the interview.")


_ARTICLE = {"question": "a question", "answer": "an answer"}


def _statement(form: _Form, article: Article) -> Statement:
    parts = (form.source, form.cue, form.content)
    return Statement(
        id=statement_id(article.id, parts),
        kind=form.kind,
        score=_SCORE,
        source=form.source,
        cue=form.cue,
        content=form.content,
        why=form.why,
    )


def _replaces(form: _Form, statement: Statement) -> bool:
    """Tell whether a statement is what the form is, or cuts through it.

    What is reported inside a turn by words of its own stays.
    """
    whole = (*form.source, *form.content)
    if not any(part.overlaps_any(whole) for part in statement.parts):
        return False
    reported = statement.cue and statement.source
    return not (reported and all(any(c.holds(p) for c in form.content) for p in statement.parts))


def _with_labels(
    text: str, mentions: Sequence[Mention], labels: Spans | list[Span]
) -> list[Mention]:
    """Return the mentions with those that labels are; what crosses a label is none."""
    people = [m.span for m in mentions if m.type == "person" and m.form == "name"]
    unread = [
        label
        for label in labels
        if label.of(text).isupper()
        or not any(label.holds(person) for person in people)
        or _is_cut(label, people, text)
    ]
    made = {mention.span: mention for span in unread if (mention := _mention(text, span))}
    kept = [m for m in mentions if not any(m.span.overlaps(span) for span in unread)]
    return sorted([*kept, *made.values()], key=lambda m: (m.span.start, -m.span.end))


def _is_cut(label: Span, people: Sequence[Span], text: str) -> bool:
    """Tell whether the tagger sees the first word of a name alone: "Ana" of "Ana Standish"."""
    begun = any(p.start == label.start and p.end < label.end for p in people)
    return begun and all(word[0].isupper() for word in label.of(text).split())


def _mention(text: str, label: Span) -> Mention:
    """Return what a label mentions: a person's name without its titles, or a description."""
    words = label.of(text).split()
    head = heads().get(words[-1].lower())
    if head or words[0].lower() in _UNNAMED:
        body = head is not None and head.type != "person"
        return Mention(label, "organisation" if body else "person", "nominal", _SCORE)
    start = label.start
    while len(words) > 1 and (is_title(words[0].title()) or words[0].lower() in heads()):
        start = text.index(words[1], start + len(words[0]))
        words = words[1:]
    return Mention(Span(start, label.end), "person", "name", _SCORE)

"""Record -> the page's list of statements: who speaks, what it does, what is said, how it came."""

import html
from collections.abc import Iterable, Iterator

from sayso.export.marks import Mark, marks_of
from sayso.export.markup import CLOSE, anchor, aside, lang, safe, to_text
from sayso.export.voices import (
    act_name,
    addressee,
    chain_steps,
    channel,
    condition_words,
    cue_words,
    mood,
    nobody,
    said_at,
    says_not,
    source_words,
)
from sayso.export.wording import LABELS, excerpt, one_line, percent
from sayso.records import Actor, Record, Spans

_EXCERPT = 360  # characters of a statement's content shown in the list; the text holds the rest
_NAME = 120  # characters of its source and of its cue


def listed(record: Record) -> Iterator[str]:
    """Yield the list of statements."""
    yield '<section id="statements" aria-labelledby="heading" tabindex="-1">\n'
    count = len(record.statements)
    yield f'<h2 id="heading">{count} {"statement" if count == 1 else "statements"}</h2>\n'
    if count:
        yield '<ol role="list">\n'
        actors = {actor.id: (n, actor) for n, actor in enumerate(record.actors, 1)}
        numbers = {statement.id: n for n, statement in enumerate(record.statements, 1)}
        for at in range(count):
            yield _row(record, at, actors, numbers)
        yield "</ol>\n"
    else:
        yield "<p>No statement was found in this text.</p>\n"
    yield "</section>\n"


_Actors = dict[str, tuple[int, Actor]]


def _row(record: Record, at: int, actors: _Actors, numbers: dict[str, int]) -> str:
    number = at + 1
    marks = marks_of(number, record.statements[at])
    place = anchor(marks[0]) if marks else "text"
    way = " · ".join(_way(record, at, actors, numbers))
    return (
        f'<li id="s{number}" class="k{number}" value="{number}">'
        f'<p class="head"><b class="number">{number}</b> {_speaker(record, at, actors)} '
        f"{_act(record, at)}</p>"
        f'<a class="go" href="#{place}" title="show it in the text">'
        f'{_words(record, at)}<span class="show">Show in the text</span></a>'
        + (f'<p class="way">{way}</p>' if way else "")
        + f"{_proof(record, at, marks)}</li>\n"
    )


def _speaker(record: Record, at: int, actors: _Actors) -> str:
    """Return who speaks, each name a link to what is known of it."""
    found = [actors[each] for each in record.provenance[at].speakers]
    if not found:
        return f'<span class="none">{safe(nobody(record, at))}</span>'
    return " and ".join(
        f'<a class="who{" unnamed" if actor.type == "unnamed" else ""}" href="#actor-{n}">'
        f"{aside(actor.name)}</a>"
        for n, actor in found
    )


def _act(record: Record, at: int) -> str:
    """Return what the statement does, with marks for a denial and for what is left open."""
    act = record.acts[at]
    name = html.escape(act_name(act))
    classes, titles = ["act"], []
    if says_not(act):
        classes.append("neg")
        titles.append("put forward as not so")
    if mood(act):
        classes.append("open")
        titles.append(mood(act))
    title = f' title="{", ".join(titles)}"' if titles else ""
    shown = f'<span class="{" ".join(classes)}"{title}>{name}</span>'
    words = mood(act) if not act.condition else ""
    return f'{shown} <span class="mood">{words}</span>' if words else shown


def _words(record: Record, at: int) -> str:
    """Return the article's own words: the source where it is not the name, the cue, the content."""
    statement, article = record.statements[at], record.article
    who = source_words(record, at, _NAME)
    says = cue_words(record, at, _NAME)
    found = [(statement.source, f'<span class="who">{safe(who)}</span>')] if who else []
    found += [(statement.cue, f'<span class="says">{safe(says)}</span>')] if says else []
    found.sort()
    joint = _joint(article.text, *(spans for spans, _ in found)) if len(found) > 1 else ""
    spoken = joint.join(words for _, words in found)
    what = safe(excerpt(article.text, statement.content, _EXCERPT))
    own = lang(article)
    return (f'<span class="speaks" dir="auto"{own}>{spoken}</span>' if spoken else "") + (
        f'<span class="what" dir="auto"{own}>{what}</span>'
    )


def _joint(text: str, before: Spans, after: Spans) -> str:
    """Return what stands for the words between two parts."""
    between = text[before[-1].end : after[0].start] if before[-1].end <= after[0].start else " "
    return " … " if between.strip(" ,") else " " if between else ""


def _way(record: Record, at: int, actors: _Actors, numbers: dict[str, int]) -> Iterator[str]:
    """Yield on what condition it holds and how it came, each a link to the words that say so."""
    condition = record.acts[at].condition
    if condition:
        words = f"on condition “{aside(condition_words(record, condition))}”"
        yield to_text(condition[0], words)
    chain = "".join(
        f'<span class="hop">→ {html.escape(step.how)} '
        f"{to_text(step.span, aside(step.actor.name))}</span> "
        for step in chain_steps(record, at)
    )
    if chain:
        yield chain.rstrip()
    to = addressee(record, at)
    if to:
        yield f'to <a class="to" href="#actor-{actors[to.id][0]}">{aside(to.name)}</a>'
    for remark in (channel(record, at), said_at(record, at)):
        if remark:
            yield to_text(remark.span, aside(remark.words))
    outer = numbers.get(record.provenance[at].reports)
    if outer:
        yield f'inside <a class="to" href="#s{outer}">statement {outer}</a>'


def _proof(record: Record, at: int, marks: Iterable[Mark]) -> str:
    """Return the reasons for the statement, its speaker and its act, and where each part stands."""
    statement, act, provenance = record.statements[at], record.acts[at], record.provenance[at]
    sure = f" {percent(provenance.score)}" if provenance.speakers else ""
    reasons = (
        (f"Statement {percent(statement.score)}", statement.why),
        (f"Speaker{sure}", provenance.why),
        ("Act", act.why),
    )
    told = "".join(
        f'<p dir="auto"><b>{label}:</b> {safe(one_line(why)) or "no reason was given."}</p>'
        for label, why in reasons
    )
    return (
        f'<div class="proof"><p>{html.escape(statement.kind)} · {percent(statement.score)}</p>'
        f"<details><summary>Why</summary>{told}"
        f'<p class="offsets">{_offsets(marks)} <code>{html.escape(statement.id)}</code></p>'
        f"</details>{CLOSE}</div>"
    )


def _offsets(marks: Iterable[Mark]) -> str:
    """Return the exact offsets of each part, each a link to its words."""
    places: dict[str, list[str]] = {}
    for mark in marks:
        link = f'<a href="#{anchor(mark)}">{mark.span.start}–{mark.span.end}</a>'
        places.setdefault(mark.role, []).append(link)
    return " ".join(
        f"<span>{label} {', '.join(places[role])}</span>"
        for role, label in LABELS.items()
        if role in places
    )

"""Record -> what the page lists below the text: who speaks, the places and the times."""

from collections.abc import Iterable, Iterator

from sayso.export.marks import Note
from sayso.export.markup import CLOSE, SHOWN, aside, mentions, safe, statements, to_text
from sayso.export.voices import carried, spoken
from sayso.export.whereabouts import (
    coordinates,
    kind,
    place_line,
    places,
    region,
    time_line,
    times,
    use,
)
from sayso.export.wording import one_line, percent
from sayso.records import Actor, Place, Record, Span, Spans, Timex


def spots(record: Record) -> list[Note]:
    """Return what the text must carry for these entries and for the statements' own links."""
    notes = [
        Note(span, "place", n) for n, spans in enumerate(_of_places(record), 1) for span in spans
    ]
    notes += [
        Note(span, "time", n) for n, spans in enumerate(_of_times(record), 1) for span in spans
    ]
    return notes + [Note(span, "words") for span in dict.fromkeys(_pointed_at(record))]


def _of_places(record: Record) -> list[Spans]:
    return [tuple(place.mention for place in group) for group in places(record)]


def _of_times(record: Record) -> list[Spans]:
    return [tuple(time.mention for time in group) for group in times(record)]


def _pointed_at(record: Record) -> Iterator[Span]:
    for spans in (*_of_places(record), *_of_times(record)):
        yield from spans[:SHOWN]
    for actor in record.actors:
        yield from actor.mentions[:SHOWN]
        if actor.unnamed and actor.unnamed.reason:
            yield actor.unnamed.reason
    for act, provenance in zip(record.acts, record.provenance, strict=True):
        yield from act.condition[:1]
        yield from (link.span for link in provenance.links)
        if provenance.channel:
            yield provenance.channel
        if provenance.said_at:
            yield provenance.said_at.mention


def titles(record: Record) -> dict[tuple[str, int], str]:
    """Return what each place and time means in one line, by kind and number of its entry."""
    found = {("place", n): place_line(group[0]) for n, group in enumerate(places(record), 1)}
    found |= {("time", n): time_line(group[0]) for n, group in enumerate(times(record), 1)}
    return found


def entries(record: Record) -> Iterator[str]:
    """Yield the sections that have something to show."""
    text = record.article.text
    sections = (
        ("who", "Who speaks", list(_actors(record))),
        ("places", "Places", [_place(text, n, g) for n, g in enumerate(places(record), 1)]),
        ("times", "Times", [_time(text, n, g) for n, g in enumerate(times(record), 1)]),
    )
    for name, heading, rows in sections:
        if rows:
            yield f'<section id="{name}" class="entries" aria-labelledby="{name}-heading">\n'
            yield f'<h2 id="{name}-heading">{heading} <span>{len(rows)}</span></h2>\n'
            yield f'<ul role="list">\n{"".join(rows)}</ul>\n</section>\n'


def _actors(record: Record) -> Iterator[str]:
    """Yield the actors, those who speak first, those whom nobody quotes or tells last."""
    said, passed = spoken(record), carried(record)
    number = {actor.id: n for n, actor in enumerate(record.actors, 1)}
    ordered = sorted(
        record.actors, key=lambda a: (not said[a.id], not said[a.id] and not passed[a.id])
    )
    names = {actor.id: (number[actor.id], actor.name) for actor in record.actors}
    for actor in ordered:
        spoke, told = said[actor.id], passed[actor.id]
        does = []
        if spoke:
            noun = "statement" if len(spoke) == 1 else "statements"
            does.append(f"{len(spoke)}&nbsp;{noun}: {statements(spoke)}")
        if told:
            does.append(f"passes on&nbsp;{len(told)}: {statements(told)}")
        yield _actor(record.article.text, actor, names, does)


def _actor(text: str, actor: Actor, names: dict[str, tuple[int, str]], does: Iterable[str]) -> str:
    number = names[actor.id][0]
    of = names.get(actor.of)
    about = [safe(actor.type)] if actor.type else []
    if actor.roles:
        about.append(", ".join(aside(role.text) for role in actor.roles))
    if of:
        about.append(f'for <a href="#actor-{of[0]}">{aside(of[1])}</a>')
    about += [f"<b>{each}</b>" for each in does]
    unnamed = ' class="unnamed"' if actor.type == "unnamed" else ""
    found = mentions(text, [(span, "") for span in actor.mentions])
    return _entry(
        f"actor-{number}",
        f"<dfn{unnamed}>{aside(actor.name)}</dfn> <span>{' · '.join(about)}</span>",
        f"{found}{_silent(text, actor)}",
        [actor.why],
    )


def _silent(text: str, actor: Actor) -> str:
    """Return what is known of somebody unnamed, and why there is no name."""
    about = actor.unnamed
    if about is None:
        return ""
    many = {"": "", "1": "", "some": "more than one"}
    facts = [many.get(about.number, about.number)]
    facts += [
        about.affiliation and f"with {about.affiliation}",
        about.place and f"in {about.place}",
    ]
    shown = [safe(one_line(fact)) for fact in facts if fact]
    if about.reason:
        shown.append(f"no name: {to_text(about.reason, aside(about.reason.of(text)))}")
    return "".join(f" · {each}" for each in shown)


def _place(text: str, number: int, group: tuple[Place, ...]) -> str:
    place = group[0]
    found = mentions(text, [(each.mention, use(each)) for each in group])
    reasons = dict.fromkeys(_reason(each) for each in group)
    if not place.location.name:
        return _entry(f"place-{number}", '<dfn class="none">no place found</dfn>', found, reasons)
    where = " in ".join(filter(None, (kind(place), region(place))))
    facts = [safe(fact) for fact in (where, coordinates(place).replace(" ", "\u00a0")) if fact]
    head = f"<dfn>{aside(place.location.name)}</dfn> <span>{' · '.join(facts)}</span>"
    return _entry(f"place-{number}", head, found, reasons)


def _reason(place: Place) -> str:
    return f"{place.why} ({percent(place.score)})" if place.location.name else place.why


def _time(text: str, number: int, group: tuple[Timex, ...]) -> str:
    time = group[0]
    whys = {each.why: f"“{one_line(each.mention.of(text))}”: {each.why}" for each in group}
    reasons = whys.values() if len(whys) > 1 else whys
    found = mentions(text, [(each.mention, "") for each in group])
    value = f" <code>{aside(time.value)}</code>" if time.value else ""
    head = f"<dfn>{aside(time_line(time))}</dfn> <span>{safe(time.type.lower())}{value}</span>"
    return _entry(f"time-{number}", head, found, reasons)


def _entry(name: str, head: str, found: str, reasons: Iterable[str]) -> str:
    """Return one entry: what it is, where the text speaks of it, and why."""
    why = "".join(f'<p dir="auto">{safe(one_line(each))}</p>' for each in reasons if each.strip())
    details = f"<details><summary>Why</summary>{why}</details>" if why else ""
    where = f'<p class="found">{found}</p>' if found else ""
    return (
        f'<li id="{name}"><p class="head">{head}</p><div class="more">{where}{details}</div>'
        f"{CLOSE}</li>\n"
    )

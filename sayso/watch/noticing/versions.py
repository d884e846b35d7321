"""New articles that are later versions of others on the record -> what was changed in them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sayso.link.copies.versions import compared
from sayso.linked import Copy
from sayso.records import Article, Sighting
from sayso.store.watching import Fact
from sayso.view.articles import host
from sayso.view.characters import one_line
from sayso.view.versions import version_view
from sayso.view.words import counted
from sayso.watch.noticing.claims import New
from sayso.watch.noticing.events import Event, in_short

CORRECTION, VERSION = "correction", "version"
_SHOWN = 3  # changes that are told


def of_articles(new: New) -> Iterator[tuple[list[Event], list[Fact]]]:
    """Yield what new articles change in others of the same outlet, each pair once."""
    for article in new.articles:
        for copy in new.store.copies(article):
            if copy.relation != "version" or copy.a == copy.b:
                continue
            fact = Fact(VERSION, f"{copy.a} {copy.b}")
            if not new.store.alerts.known(VERSION, [fact.anchor]):
                event = _event(new, compared(copy, new.store.article))
                yield ([event] if event else []), [fact]


def _event(new: New, copy: Copy) -> Event | None:
    """Return what is told of two versions, None where they are of two outlets, or differ little."""
    seen = {name: new.store.sightings(name) for name in (copy.a, copy.b)}
    texts = {name: new.store.article(name) for name in seen}
    view = version_view(copy, {name: each.text for name, each in texts.items()})
    if view is None or not _is_one_outlet(*seen.values()):
        return None
    later = _later(new, copy)
    now, first = texts[later], seen[later][0]
    edits = [f"{in_short(e.was)} → {in_short(e.now)}" for e in view.edits]
    noted = copy.note.kind if copy.note else ""
    if not noted and not _is_one_page(seen, texts):
        return None
    does = {"correction": "corrects", "retraction": "retracts", "update": "updates"}.get(
        noted, "changed without a note"
    )
    more = (
        [counted(len(edits) + view.more - _SHOWN, "change") + " more"]
        if len(edits) > _SHOWN
        else []
    )
    return Event(
        kind=CORRECTION if noted else VERSION,
        anchors=tuple(sorted((copy.a, copy.b))),
        words=f"{one_line(first.publisher) or 'An outlet'} {does} {in_short(_title(now))}",
        why=one_line(copy.why),
        article=later,
        lines=(*filter(None, [view.note]), *edits[:_SHOWN], *more),
        outlet=one_line(first.publisher),
        url=first.url,
        texts=(now.title, *(each.a_words for each in copy.edits), *(e.b_words for e in copy.edits)),
        facts={"copy": replace(copy, sightings=()).to_json()},
    )


def _title(article: Article) -> str:
    return article.title or article.text.partition("\n")[0]


def _is_one_page(seen: Mapping[str, Sequence[Sighting]], texts: Mapping[str, Article]) -> bool:
    """Tell whether two texts were seen at one address, or bear one title.

    What reads alike at two addresses is mostly the same form filled in twice: two earthquakes.
    """
    one, other = (_each(sightings, "url") for sightings in seen.values())
    title, again = (_title(article).casefold() for article in texts.values())
    return bool(one & other) or title == again


def _is_one_outlet(some: Sequence[Sighting], others: Sequence[Sighting]) -> bool:
    """Tell whether two texts were seen at one address, or at one outlet.

    Several outlets may stand on one host, so that tells only where an outlet is not named.
    """
    one, other = _each(some, "url"), _each(others, "url")
    if one & other:
        return True
    names = _each(some, "publisher"), _each(others, "publisher")
    if all(names):
        return bool(names[0] & names[1])
    return bool({host(each) for each in one} & {host(each) for each in other} - {""})


def _each(sightings: Sequence[Sighting], name: str) -> set[str]:
    return {str(getattr(each, name)).casefold().strip() for each in sightings} - {""}


def _later(new: New, copy: Copy) -> str:
    """Return the id of the later of two versions: that which says so, or was read later."""
    if copy.note:
        return copy.note.article
    if copy.from_:
        return copy.b if copy.from_ == copy.a else copy.a
    return copy.a if copy.a in new.articles and copy.b not in new.articles else copy.b

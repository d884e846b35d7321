"""One article as a page: its text with the statements marked, and what others have of it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse

from sayso.english.excerpts import shorten
from sayso.export.page import furnished, style_for, values
from sayso.export.templating import Environment, environment, policy
from sayso.fitting import MOST_OF_A_NAME
from sayso.gather.copies import lines, versions
from sayso.gather.decided import of_article
from sayso.gather.passages import shared
from sayso.gather.wording import words_of
from sayso.linked import Claim
from sayso.records import ACTS, Actor, Record
from sayso.store import Store
from sayso.view.across.lists import claim_line
from sayso.view.characters import one_line
from sayso.view.record import record_view
from sayso.web.asked import Page, judging, state_of
from sayso.web.others import others

_OWN = "'self'"
_MOST = 100  # copies of one article
_MOST_FORMS = 300  # statements whose forms stand on one page; browsers take long with more
_CHOICE = 70  # characters of somebody to choose
_CHOICES, _FEWEST, _OPTIONS = 40, 8, 2000  # of one statement, and of a page about


@dataclass(frozen=True, slots=True)
class CommonClaim:
    """A claim that an article has in common with others, and its statements: numbers and ids."""

    id: str
    words: str
    summary: str
    statements: tuple[tuple[int, str], ...]


def article(store: Store, request: Request) -> Page:
    """Return one article with its statements, and what holds of it across articles."""
    kept = store.corrected(store.article(str(request.path_params["name"])).id)
    sightings = store.sightings(kept.article.id)
    same = shared(store, kept.article.id, kept.article.text)
    view = record_view(kept, sightings, same.cuts)
    style = f"{style_for(view)}\n{_templates().get_template('article.css').render()}"
    states = list(versions(store, kept.article.id))
    people = store.linked_in("entities", kept.article.id)
    by_actor = {a.id: people[n] for n, a in enumerate(kept.actors) if n in people}
    before = _before(store, kept)
    across = {
        "claims": _common_claims(store, kept, before),
        "copies": lines(store, _MOST, of=kept.article.id)[0],
        "entities": _entities(store, people),
    }
    allowed = f"{policy(style, forms=_OWN)}; script-src {_OWN}; connect-src {_OWN}"
    state = state_of(request)
    shown = values(view, [each for _, each in states]) | judging(request)
    shown |= {"style": style, "policy": allowed, "across": across, "acts": ACTS}
    shown["numbers_before"] = {name: number for number, name in enumerate(before, 1)}
    shown["mark"] = state.mark if state else ""
    shown |= {"shared": same, "people": people}
    shown |= {"forms_apart": len(kept.statements) > _MOST_FORMS}
    shown |= {"correcting": request.query_params.get("correct", "")}
    shown |= {"choices": _choices(kept), "longest_name": MOST_OF_A_NAME}
    shown |= {"decided": of_article(store, kept.article.id), **others(store, request, "article")}
    html = _templates().get_template("article.html").render(shown)

    def form() -> dict[str, Any]:
        changed = [copy.to_json() for copy, _ in states]
        more = {"versions": changed, "shared": [each.to_json() for each in same.others]}
        return kept.to_json(sightings) | more | {"entities": by_actor}

    return Page(
        view.article.title,
        form,
        html=html,
        policy=f"{allowed}; img-src 'self'; frame-ancestors 'none'",
    )


def statement(store: Store, request: Request) -> RedirectResponse:
    """Lead to the exact words of a statement in its article, or to whoever says that it is none."""
    name = str(request.path_params["name"])
    article_id, its = store.statement(name)
    there = any(each.id == its.id for each in store.corrected(article_id).statements)
    place = its.id if there else "decided"
    return RedirectResponse(f"/article/{article_id.removeprefix('sha256:')}#{place}", 303)


def _before(store: Store, kept: Record) -> list[str]:
    """Return the ids of all statements of an article, with those that people say are none."""
    judged = store.judgements(kept.article.id)
    record = store.record(kept.article.id) if judged else kept
    return [each.id for each in record.statements]


def _choices(record: Record) -> list[tuple[str, str]]:
    """Return whom one may choose as the speaker, by id and name: first who speaks most.

    Each statement has them; of a long article they are fewer, so that its page stays light.
    """
    speaks = Counter(each for provenance in record.provenance for each in provenance.speakers)
    ordered = sorted((a for a in record.actors if a.mentions), key=lambda a: -speaks[a.id])
    most = min(_CHOICES, max(_FEWEST, _OPTIONS // max(1, len(record.statements))))
    return [(each.id, _choice(each)) for each in ordered[:most]]


def _choice(actor: Actor) -> str:
    role = f", {one_line(actor.roles[0].text)}" if actor.roles else ""
    return shorten(f"{one_line(actor.name)}{role}", _CHOICE)


def _common_claims(store: Store, kept: Record, before: Sequence[str]) -> list[CommonClaim]:
    """Return the claims that the article has in common with others, as its text has them."""
    number = {each.id: n for n, each in enumerate(kept.statements, 1)}
    numbers: dict[str, list[tuple[int, str]]] = {}
    for ordinal, claim in store.linked_in("claims", kept.article.id).items():
        if (name := before[ordinal]) in number:
            numbers.setdefault(claim, []).append((number[name], name))
    known = {each.id: each for each in store.claims(numbers) if each.articles > 1 or each.answers}
    return [_common_claim(known[name], its) for name, its in numbers.items() if name in known]


def _common_claim(claim: Claim, statements: Sequence[tuple[int, str]]) -> CommonClaim:
    line = claim_line(claim)
    return CommonClaim(line.id, line.words, line.summary, tuple(statements))


def _entities(store: Store, people: Mapping[int, str]) -> list[tuple[str, str]]:
    """Return who is in the article, by id and name, most named first."""
    counts = Counter(people.values())
    names = store.names(list(counts))
    return [(each, names[each]) for each, _ in counts.most_common() if each in names]


@cache
def _templates() -> Environment:
    folders = (
        ("sayso.web", "templates/article"),
        ("sayso.web", "templates/forms"),
        ("sayso.export", "templates"),
        ("sayso.web", "templates"),
    )
    made = furnished(environment(*folders))
    made.filters |= {"words_of": words_of}
    return made

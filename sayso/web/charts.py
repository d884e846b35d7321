"""Drawn pages of the reader: what their addresses ask for, and what they show."""

import re
from urllib.parse import urlencode

from starlette.requests import Request

from sayso.errors import QuestionError
from sayso.gather.charts import maps
from sayso.gather.charts import network as networks
from sayso.gather.charts import timeline as timelines
from sayso.store import Store
from sayso.view.asking import MAP, NETWORK, TIMELINE, NetworkQuestion, Question, of_address
from sayso.view.charts.basemap import WORLD, Box, disputes
from sayso.view.charts.maps import bounded
from sayso.view.charts.network import ABOUT, KINDS
from sayso.web.asked import ON_A_PAGE, Page, Pager, number_of
from sayso.web.narrowing import narrowing

_BOX = re.compile(r"-?\d{1,3}(?:\.\d{1,6})?(?:,-?\d{1,3}(?:\.\d{1,6})?){3}")


def timeline(store: Store, request: Request) -> Page:
    """Return who said what about what, by day."""
    question, at = of_address(Question, request.query_params), number_of(request)
    its = timelines.whole(store, question, limit=ON_A_PAGE, skip=(at - 1) * ON_A_PAGE)
    values = {
        **_form(store, question, TIMELINE),
        "its": its,
        "events": its.events,
        "pager": Pager(at, its.more),
    }
    return Page("What was said, by day", its.to_json, "timeline.html", values)


def network(store: Store, request: Request) -> Page:
    """Return who answers, cites and carries whom; of one of these the statements too."""
    question, at = of_address(NetworkQuestion, request.query_params), number_of(request)
    its = networks.whole(store, question, limit=ON_A_PAGE, skip=(at - 1) * ON_A_PAGE)
    values = {
        **_form(store, question, NETWORK),
        "its": its,
        "kind": question.kind,
        "kinds": KINDS,
        "about": ABOUT,
        "whole": question.address(NETWORK, source="", target=""),
        "pager": Pager(at, its.more),
    }
    return Page("Who answers, cites and carries whom", its.to_json, "network.html", values)


def map_(store: Store, request: Request) -> Page:
    """Return which places statements speak of, on a map."""
    question = of_address(Question, request.query_params)
    view = request.query_params.get("view", "")
    box = WORLD if view == "world" else _box(view) if view else None
    its = maps.whole(store, question, box)

    def seeing(part: str) -> str:
        address = question.address(MAP)
        return f"{address}{'&' if '?' in address else '?'}{urlencode({'view': part})}"

    values = {
        **_form(store, question, MAP),
        "its": its,
        "part": view,
        "all_of_it": seeing("world"),
        "moves": [(words, seeing(",".join(map(str, box)))) for words, box in its.view.moves],
        "disputes": disputes(),
    }
    return Page("Places that statements speak of", its.to_json, "map.html", values)


def _box(words: str) -> Box:
    """Return the part of the world that an address names: west, south, east, north in degrees."""
    if not _BOX.fullmatch(words):
        raise QuestionError("view is world, or west,south,east,north in degrees")
    west, south, east, north = map(float, words.split(","))
    if not (west < east and south < north):
        raise QuestionError("view: west comes before east, and south before north")
    return bounded((west, south, east, north))


def _form(store: Store, question: Question, path: str) -> dict[str, object]:
    """Return what the form above a chart shows."""
    return {
        "question": question,
        "narrow": narrowing(store, question, path),
        "no_claim": question.address(path, claim=""),
    }

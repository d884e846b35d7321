"""A walk over all links of odd records: no error, no dead link, nothing that is not escaped."""

import re
from collections import Counter, deque
from collections.abc import Callable, Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest
from starlette.testclient import TestClient

from sayso.fitting import as_object
from sayso.judgements import Anchor, Judgement
from sayso.link.copies.room import Copies
from sayso.link.linker import Linker
from sayso.link.rooms import Claims, Entities, Quotations
from sayso.pipeline import link
from sayso.records import (
    NOWHERE,
    Act,
    Actor,
    Article,
    Moment,
    Place,
    Provenance,
    Record,
    Span,
    Statement,
    statement_id,
)
from sayso.store import Store
from tests.store.samples import MODEL, article, plain, records
from tests.web.conftest import BASE, asked

MARKUP = "\"><script>hit()</script><img src=x onerror=hit()> '{{ 7 * 7 }} &amp; ../"
HEBREW, ARABIC = "אילנה בן־דוד", "ياسمين الخطيب"
LONG = "Wolfgang" + "maximilian" * 40
NAMES = (MARKUP, HEBREW, ARABIC, LONG, 'O\'Brien "Bo" & Söhne', "a/b?c#d")
DAYS = ("0001-01-01", "9999-12-31", "2031-03-14", None)
MANY = 40  # statements of one article
EACH = 6  # addresses of one kind that are looked at
PAGES = (
    *("/", "/articles", "/claims", "/disputes", "/quotations", "/entities", "/copies", "/timeline"),
    *("/network", "/map", "/review", "/judgements", "/work", "/search", "/search?q=bridge"),
    *("/openapi", "/health", "/timeline?since=1900-01-01&until=2099-12-31", "/search?q=%22%3Cb%3E"),
)
_LINK = re.compile(r"""\s(?:href|src|action)="([^"]*)\"""")
_ID = re.compile(r"""\sid="([^"]*)\"""")
_RAW = ("<script>hit", "<img src=x", "onerror=hit()>")
_HTML = {"accept": "text/html"}


def said(name: str, day: str | None, number: int, statements: int = 3) -> Record:
    """Return an article in which somebody says and denies something, with all fields filled."""
    text, given = f"News of {name}, {number}", []
    for n in range(1, statements + 1):
        content = f"the bridge at {name} is open for the {(number + n) % 4 or n}th day"
        begin = len(text) + 2
        text += f"\n\n{name} said {content}."
        cue = begin + len(name) + 1
        ends = ((begin, begin + len(name)), (cue, cue + 4), (cue + 5, cue + 5 + len(content)))
        given.append([(Span(*each),) for each in ends])
    of = Article(
        text,
        f"{name}:{number}",
        title=f"News of {name}",
        published=Moment(day, day, "day") if day else None,
        publisher=f"{name} Post",
        byline=(name,),
        dateline=name,
        url=f"https://odd.example/{number}?q={name}",
    )
    stated = (Statement(statement_id(of.id, its), "indirect", 0.6, *its, name) for its in given)
    names = tuple(source for (source,), _, _ in given)
    start = text.index(f"bridge at {name}") + len("bridge at ")
    place = Place(Span(start, start + len(name)), "literal", NOWHERE, 0.0, f"no place {name}")
    by = Provenance(("a1",), 0.6, (), "", None, None, "", f"“{name}” is named")
    acts = (Act("asserts" if n % 3 else "denies", "pos", "certain", (), name)
            for n in range(statements))  # fmt: skip
    return replace(
        plain(of, *stated, model=MODEL),
        acts=tuple(acts),
        provenance=(by,) * statements,
        actors=(Actor("a1", name, "person", names, (), "", None, f"“{name}” is named"),),
        places=(place,),
    )


def odd(store: Store) -> None:
    """Fill a record with what harms pages, link it, and judge some of it."""
    made = [said(name, DAYS[n % 4], n) for n, name in enumerate(NAMES * 2)]
    many = said("Ilva Teren", "2031-03-15", 99, MANY)
    store.write([*made, many, *records(3)])
    link(store, Linker((Copies(), Entities(), Quotations(), Claims())))
    its, other = made[0], made[len(NAMES)]
    anchors = [Anchor.of(each.article.id, each.statements[0]) for each in (its, other)]
    store.judge([
        Judgement("act", anchors[0], {"act": "denies"}, MARKUP, "2031-06-01T10:00:00Z", MARKUP),
        Judgement("speaker", anchors[1], {"name": MARKUP}, MARKUP, "2031-06-01T10:00:00Z", MARKUP),
        Judgement("different_claim", anchors[0], as_object(anchors[1]), HEBREW, "2031-06-02"),
        Judgement("not_copy", Anchor(its.article.id), as_object(Anchor(other.article.id)), LONG,
                  "2031-06-02", MARKUP),
    ])  # fmt: skip


def unlinked(store: Store) -> None:
    store.write(records(4))


def silent(store: Store) -> None:
    store.write([plain(article(n)) for n in range(3)])


def silent_and_linked(store: Store) -> None:
    silent(store)
    link(store, Linker((Copies(), Entities(), Quotations(), Claims())))


def nothing(store: Store) -> None:
    del store


@pytest.mark.parametrize("fill", [nothing, silent, silent_and_linked, unlinked, odd])
def test_every_link_leads_somewhere_and_nothing_is_markup(
    fill: Callable[[Store], None], tmp_path: Path
) -> None:
    path = tmp_path / "odd.db"
    with Store.open(path) as store:
        fill(store)
    with asked(path) as client:
        pages = dict(_walk(client))
        dead = _dead(client, pages)
    bad = {address: page.status for address, page in pages.items() if page.status >= 400}
    assert not bad, bad
    harmed = [address for address, page in pages.items() if any(w in page.text for w in _RAW)]
    assert not harmed, harmed[:5]
    assert not dead, dead[:5]


def test_every_place_on_a_page_of_the_sample_is_there(reader: TestClient) -> None:
    assert _dead(reader, dict(_walk(reader))) == []


def _dead(client: TestClient, pages: dict[str, "_Answer"]) -> list[tuple[str, str]]:
    """Return the links of pages to a place on a page that is not there; of each kind look at some.

    The pages that these lead to are added.
    """
    ends = {to: at for at, page in pages.items() for to in _links(at, page.text) if "#" in to}
    some = Counter[tuple[str, ...]]()
    dead = []
    for to, page in ends.items():
        whole, fragment = urldefrag(to)
        some[kind := (_kind(page), _kind(whole), fragment[:3])] += 1
        if whole not in pages and some[kind] <= EACH:
            pages[whole] = _Answer.of(client, whole)
        if whole in pages and unquote(fragment) not in pages[whole].ids:
            dead.append((page, to))
    return dead


class _Answer:
    def __init__(self, status: int, text: str) -> None:
        self.status, self.text = status, text
        self.ids = set(map(unescape, _ID.findall(text)))

    @classmethod
    def of(cls, client: TestClient, address: str) -> "_Answer":
        answer = client.get(address, headers=_HTML)
        is_page = "html" in answer.headers.get("content-type", "")
        return cls(answer.status_code, answer.text if is_page else "")


def _kind(address: str) -> str:
    """Return of which kind an address is: of a page about a thing, of its table or its JSON."""
    path = urlsplit(address).path
    return "/".join([*(part[:9] for part in path.split("/")[1::2]), path.rpartition(".")[2][:4]])


def _walk(client: TestClient) -> Iterator[tuple[str, _Answer]]:
    """Yield the pages that links lead to, some of each kind, but what a filter narrows further."""
    waiting, kinds = deque(f"{BASE}{page}" for page in PAGES), Counter[str]()
    seen: set[str] = set()
    while waiting:
        address = waiting.popleft()
        kind = _kind(address)
        if address in seen or kinds[kind] >= EACH:
            continue
        seen.add(address)
        kinds[kind] += 1
        answer = _Answer.of(client, address)
        yield address, answer
        if answer.text and (not urlsplit(address).query or "page=" in address):
            waiting.extend(urldefrag(each)[0] for each in _links(address, answer.text))


def _links(address: str, text: str) -> list[str]:
    every = (urljoin(address, unescape(each)) for each in _LINK.findall(text))
    return [each for each in every if each.startswith(BASE) and not _is_form(each)]


def _is_form(address: str) -> bool:
    """Tell whether something is sent to an address, and nothing is shown there."""
    return urlsplit(address).path in ("/judge", "/withdraw", "/link", "/read", "/stop")

"""The page: nothing lost, nothing taken for markup, every link with an end, legible colours."""

import base64
import hashlib
import re
import subprocess
import sys
from dataclasses import replace
from importlib.resources import files

import pytest
from hypothesis import given

from sayso.export.page import page
from sayso.records import (
    Act,
    Actor,
    Article,
    Link,
    Location,
    ModelInfo,
    Moment,
    Place,
    Provenance,
    Record,
    Role,
    Sighting,
    Span,
    Spans,
    Statement,
    Timex,
    Unnamed,
)
from sayso.view.characters import visible
from sayso.view.layout import blocks
from sayso.view.places import place_views
from sayso.view.times import time_views
from sayso.view.words import LABELS
from tests.export.browsing import Element, Read
from tests.view.drafting import TALKS, talks, unsaid_bridge
from tests.view.random_records import records

Characters = list[tuple[str, list[Element]]]
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def of_text(text: str, **fields: object) -> Record:
    article = replace(Article(text, "a.txt"), **fields)  # type: ignore[arg-type]
    return Record(article, (), (), (), (), (), (), ModelInfo("sayso-en", "1.0"))


@given(records())
def test_any_record_makes_a_page(record: Record) -> None:
    source = page(record)
    assert source.encode("utf-8")
    assert not CONTROLS.search(source)
    read = Read(source)
    assert read.open == []
    assert read.text("article") == visible(record.article.text)
    assert all([tag for tag, _ in around].count("a") <= 1 for _, around in read.characters("body"))
    inside = read.characters("article")
    every_character_carries_its_parts(record, inside)
    places_and_times_are_noted_with_what_they_mean(record, inside)
    every_link_ends_somewhere_and_every_id_is_its_own(record, read)


def every_character_carries_its_parts(record: Record, inside: Characters) -> None:
    """Check the marks around each character of the article."""
    for block in blocks(record):
        for piece in block.pieces:
            expected = {f"k{mark.number}" for mark in piece.marks}
            expected |= {LABELS[mark.role] for mark in piece.marks}
            if block.kind == "gap":
                expected = set()
            for _, around in inside[slice(*piece.span)]:
                marks = [attrs["class"].split() for tag, attrs in around if tag == "mark"]
                others = {"deep", "unsaid"}
                assert {name for names in marks for name in names} - others == expected
                assert len(marks) <= 1


def places_and_times_are_noted_with_what_they_mean(record: Record, inside: Characters) -> None:
    """Check the notes on each character of the article."""
    places = [(place.short, place.spans) for place in place_views(record)]
    times = [(time.meaning, time.spans) for time in time_views(record)]
    for kind, entries in (("place", places), ("time", times)):
        wanted: dict[int, set[str]] = {}
        for words, spans in entries:
            for offset in (offset for span in spans for offset in range(*span)):
                wanted.setdefault(offset, set()).add(words)
        for offset, (_, around) in enumerate(inside):
            titles = {a["title"] for _, a in around if a.get("class") == kind}
            assert titles == wanted.get(offset, set())


def every_link_ends_somewhere_and_every_id_is_its_own(record: Record, read: Read) -> None:
    """Check the anchors of a page."""
    ids = read.all("id")
    assert len(ids) == len(set(ids))
    links = [link for link in read.all("href") if not link.startswith("https://a.example/")]
    assert {link.removeprefix("#") for link in links} <= set(ids)
    for number, statement in enumerate(record.statements, 1):
        assert f"s{number}" in ids
        parts = len(statement.source) + len(statement.cue) + len(statement.content)
        assert len([i for i in ids if i.startswith(f"s{number}-")]) == parts


def test_only_the_pages_own_style_may_load() -> None:
    source = page(talks())
    read = Read(source)
    policy = next(attrs["content"] for _, attrs in read.tags if "http-equiv" in attrs)
    digest = base64.b64encode(hashlib.sha256(read.text("style").encode()).digest()).decode()
    assert policy.split("; ")[:2] == ["default-src 'none'", f"style-src 'sha256-{digest}'"]
    tags = {tag for tag, _ in read.tags}
    assert not tags & {"script", "img", "link", "iframe", "object", "form", "base"}
    assert not read.all("src") + read.all("style")
    assert "url(" not in read.text("style")
    assert "@import" not in read.text("style")
    assert not [name for _, attrs in read.tags for name in attrs if name.startswith("on")]


def test_hostile_words_stay_words() -> None:
    evil = "</style><script>alert(1)</script>\"'&amp;\u202e\x1b[2J"
    record = of_text(
        evil,
        title=evil,
        publisher=evil,
        byline=(evil,),
        dateline=evil,
        given_id=evil,
        source=evil,
        url=evil,
        lang='en" onclick="x',
        published=Moment(evil, evil, "day"),
    )
    whole = (Span(0, len(evil)),)
    time = Timex(*whole, evil, evil, evil, evil, evil)
    unnamed = Unnamed(evil, evil, evil, evil, *whole)
    actor = Actor("a", evil, "unnamed", whole, (Role(evil, *whole),), "a", unnamed, evil)
    record = replace(
        record,
        statements=(Statement(evil, evil, 0.5, whole, whole, whole, evil),),
        acts=(Act(evil, "neg", "conditional", whole, evil),),
        provenance=(
            Provenance(("a",), 0.5, (Link("a", *whole, evil),), "a", *whole, time, evil, evil),
        ),
        actors=(actor,),
        places=(Place(*whole, evil, Location(1, evil, evil, evil, 1.0, 1.0, evil), 0.5, evil),),
        times=(time,),
        model=ModelInfo(evil, evil),
    )
    read = Read(page(record))
    assert "script" not in {tag for tag, _ in read.tags}
    assert "onclick" not in {name for _, attrs in read.tags for name in attrs}
    assert set(read.all("lang")) == {"en"}
    shown = "</style><script>alert(1)</script>\"'&amp;⇄␛[2J"
    for tag in ("title", "h1", "article", "dl", "time", "details", "ol", "ul", "dfn"):
        assert shown in read.text(tag)


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("https://northwire.example/a?b=1&c=2", True),
        ("http://northwire.example/", True),
        ("HTTPS://northwire.example/", True),
        ("javascript:alert(1)", False),
        ("JavaScript://x.example/%0aalert(1)", False),
        ("java\nscript:alert(1)", False),
        ("data:text/html,x", False),
        ("https://", False),
        ("https://[bad", False),
        ("https://a.example/ b", False),
        ("https://a.example/\u202e", False),
        ("//a.example/", False),
        ("", False),
    ],
)
def test_only_web_addresses_are_linked(url: str, linked: bool) -> None:
    read = Read(page(of_text("Text.", url=url)))
    out = [attrs for tag, attrs in read.tags if attrs.get("class") == "out"]
    assert [attrs["href"] for attrs in out] == ([url] if linked else [])
    assert all(attrs["rel"] == "noreferrer" for attrs in out)
    assert [link for link in read.all("href") if not link.startswith("#")] == [url] * linked


def test_metadata_proof_and_reason_are_shown() -> None:
    record = talks()
    read = Read(page(record))
    header = read.text("header")
    for words in ("Northwire", "14 March 2031", "Mira Tolland", "Torvesk", "northwire.example"):
        assert words in header
    footer = read.text("footer")
    for words in ("sayso-en 1.0", record.article.id, "northwire-1", "northwire-talks.txt"):
        assert words in footer
    rows = read.text("ol")
    source, cue = record.statements[0].source[0], record.statements[0].cue[0]
    assert f"who {source.start}–{source.end} says {cue.start}–{cue.end}" in rows
    assert "partly word for word · very sure" in rows
    assert "Two quotations around one cue are one statement." in read.text("details")
    assert record.statements[3].id in rows
    assert "10 statements" in read.text("section")


def test_where_else_a_text_was_seen_is_told_above_and_in_full_below() -> None:
    record = talks()
    others = [Sighting(f"{n}.html", f"Outlet {n}", f"https://a.example/{n}") for n in range(5)]
    read = Read(page(record, [record.article.sighting, *others]))
    header = " ".join(read.text("header").split())
    assert "Also seen: Outlet 0, a.example · Outlet 1, a.example · Outlet 2, a.example" in header
    assert "and 2 more" in header
    for n in range(5):
        assert f"Outlet {n} · https://a.example/{n}" in read.text("dl")
    assert "Also seen" not in Read(page(record, [record.article.sighting])).text("body")


def test_words_lead_to_their_place_and_those_of_a_source_to_the_statement() -> None:
    record = talks()
    read = Read(page(record))
    links: dict[str, list[str]] = {}
    for char, around in read.characters("article"):
        for tag, attrs in around:
            if tag == "a" and "n" not in attrs.get("class", "").split():
                links.setdefault(attrs["href"], []).append(char)
    assert "".join(links["#place-1"]) == "Torvesk"  # in the content of a statement
    assert "".join(links["#place-2"]) == "KarskOstraniaHadrov"  # no place found
    assert "".join(links["#time-1"]) == "Friday"
    assert "the president's spokesman" in "".join(links["#s1"])


def test_the_keyboard_stops_once_at_each_place_and_time() -> None:
    record = talks()
    more = tuple(
        replace(record.places[0], mention=Span(*match.span()))
        for match in re.finditer("Karsk", TALKS)
    )
    read = Read(page(replace(record, places=more)))
    entries = [attrs for _, attrs in read.tags if attrs.get("class") == "entry"]
    stops = [attrs["href"] for attrs in entries if "tabindex" not in attrs]
    assert len(more) > 2
    assert sorted(stops) == ["#place-1", "#time-1", "#time-2", "#time-3", "#time-4"]


def test_the_headline_stands_once() -> None:
    headline = "Ready for talks, but Karsk stays ours: Ostrania"
    assert Read(page(talks())).text("h1") == headline
    beside = Read(page(of_text("Body.", title="Not in the text")))
    assert beside.text("h1") == "Not in the text"
    assert beside.text("article") == "Body."
    assert Read(page(of_text("Body."))).text("h1") == "An article without a headline"


def test_language_and_direction() -> None:
    read = Read(page(of_text("وقال الوزير\n\nEnglish", lang="ar")))
    article = next(attrs for tag, attrs in read.tags if tag == "article")
    assert (article["lang"], article["dir"]) == ("ar", "auto")
    assert {attrs["dir"] for tag, attrs in read.tags if tag == "p" and "dir" in attrs} == {"auto"}


def test_a_text_without_statements_says_so() -> None:
    read = Read(page(of_text("Nothing was said.")))
    assert "No statement was found in this text." in read.text("section")
    assert "mark" not in {tag for tag, _ in read.tags}


def test_skips_are_dimmed() -> None:
    read = Read(page(talks()))
    dim = [
        c
        for c, around in read.characters("article")
        if any(a.get("class") == "skip" for _, a in around)
    ]
    assert "".join(dim) == "Read more: The bridge at Hadrov"


def moved(spans: Spans, by: int) -> Spans:
    return tuple(Span(start + by, end + by) for start, end in spans)


def repeated(times: int) -> Record:
    """Return the talks over and over, as a book would hold them."""
    once = talks()
    statements = [
        replace(s, source=moved(s.source, by), cue=moved(s.cue, by), content=moved(s.content, by))
        for by in range(0, times * len(TALKS), len(TALKS))
        for s in once.statements
    ]
    return replace(
        once,
        article=Article(TALKS * times, "book"),
        statements=tuple(statements),
        acts=once.acts * times,
        provenance=once.provenance * times,
    )


def test_a_book_makes_a_page_in_proportion() -> None:
    small, large = len(page(repeated(50))), len(page(repeated(200)))
    assert 3.5 * small < large < 4.5 * small


def test_a_page_of_many_statements_keeps_the_light_in_the_paragraph() -> None:
    few, many = page(repeated(30)), page(repeated(31))
    assert ":root:has(.k300:target) .k300" in few
    assert ":root:has(.k" not in many
    assert "p:has(.k310:target) .k310" in many
    assert '<body class="long">' in many


def luminance(colour: str) -> float:
    full = colour if len(colour) == 7 else "#" + "".join(c * 2 for c in colour[1:])
    parts = [int(full[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_are_legible(scheme: str) -> None:
    css = files("sayso.export").joinpath("templates", "page.css").read_text("utf-8")
    light, dark = re.findall(r"--paper: #.*?\}", css, re.DOTALL)[:2]
    colours = dict(re.findall(r"--([a-z]+): (#[0-9a-f]+)", light if scheme == "light" else dark))
    for ground in ("paper", "panel", "tint"):
        assert contrast(colours["not"], colours[ground]) >= 4.5, ground
    for ink in ("ink", "who", "says", "link", "unsaid"):
        for ground in ("paper", "panel", "tint", "deep", "glow"):
            assert contrast(colours[ink], colours[ground]) >= 4.5, (ink, ground)
    for ground in ("paper", "panel", "tint"):
        assert contrast(colours["soft"], colours[ground]) >= 4.5, ground
    for line, ground in (("edge", "paper"), ("edge", "tint"), ("focus", "paper")):
        assert contrast(colours[line], colours[ground]) >= 3, (line, ground)


def test_pages_and_lines_do_not_wait_for_rich() -> None:
    code = "import sys, sayso.export.page, sayso.export.jsonlines; sys.exit('rich' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_words_that_were_not_said_are_marked_apart() -> None:
    record = unsaid_bridge()
    html = page(record)
    assert '<mark class="what k1" title="statement 1: what">' in html
    assert '<mark class="what unsaid k2" title="statement 2: what, not said">' in html
    assert '<mark class="what deep unsaid k4 k5" title="statement 4: what; statement 5:' in html
    place = f'href="#{record.statements[2].id}" data-n="3"'
    assert f'{place} aria-label="statement 3, may be said"' in html
    assert '<mark class="what unsaid">so marked</mark>' in html
    assert ">so marked<" not in page(talks())

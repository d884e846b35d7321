"""Pages of what holds across articles: self-contained, escaped, accessible."""

import re
from itertools import pairwise

import lxml.html
import pytest

from sayso.export.across.pages import (
    claim_page,
    control_page,
    disputes_page,
    list_page,
    position_page,
    quotation_page,
    speaking_page,
    who_page,
)
from sayso.linked import Holding, Position, Stance
from sayso.records import Span
from sayso.view.across.claims import claim_view
from sayso.view.across.course import course
from sayso.view.across.disputes import dispute_view
from sayso.view.across.lists import claim_line
from sayso.view.across.quotations import quotation_view
from sayso.view.across.voices import Card, CardRole, VoiceView
from sayso.view.charts.claims import of_claim
from tests.view.across.making import answer, claim, known, said
from tests.view.across.test_quotations import KNOWN as WORDINGS
from tests.view.across.test_quotations import QUOTATION, TEXTS

HOSTILE = '</q><script>alert("1")</script>'
KNOWN = known(said(1, HOSTILE, who=HOSTILE, outlet=HOSTILE), said(2, HOSTILE, act="denies"))
CLAIM = claim("st_1", answers=(answer("st_2"),), text=HOSTILE)
STANCE = Stance("offers", "offers", "st_1", "sha256:a", HOSTILE, HOSTILE, HOSTILE, "2031-03-14")
HELD = Holding(
    *("Hadrov", "holds", HOSTILE, Span(0, 3), Span(0, 9), "neg", HOSTILE, "", "sha256:a"),
    *("", "2031-03-14", HOSTILE),
)
CARD = Card("en_1", HOSTILE, HOSTILE, (HOSTILE,) * 14, (CardRole(HOSTILE, "2031"),) * 7, HOSTILE)
VOICE = VoiceView(CARD, tuple(KNOWN.values()), 4)
PAGES = {
    "position": position_page(HOSTILE, [(HOSTILE, [Position(("talks",), (STANCE,), ())])]),
    "control": control_page("Hadrov", [HELD]),
    "claim": claim_page(claim_view(CLAIM, KNOWN), course(CLAIM, KNOWN)),
    "claim-drawn": claim_page(
        claim_view(CLAIM, KNOWN), course(CLAIM, KNOWN), of_claim(CLAIM, KNOWN)
    ),
    "disputes": disputes_page([dispute_view(CLAIM, KNOWN, {})], 3),
    "quotation": quotation_page(quotation_view(QUOTATION, WORDINGS, TEXTS, HOSTILE)),
    "who": who_page(HOSTILE, [VOICE, VOICE]),
    "speaking": speaking_page([VOICE.card], 3),
    "claims": list_page("claims", [claim_line(CLAIM)], 0),
}


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_pages_load_nothing_and_words_of_articles_are_no_markup(page: str) -> None:
    tree = lxml.html.fromstring(page)
    assert not tree.xpath("//script|//img|//link|//iframe|//object|//*[@onclick]")
    (policy,) = tree.xpath("//meta[@http-equiv]/@content")
    assert policy.startswith("default-src 'none';")
    assert "&lt;script&gt;" in page
    assert not re.search(r"url\(|@import", page)


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_pages_are_accessible(page: str) -> None:
    tree = lxml.html.fromstring(page)
    assert tree.get("lang") == "en"
    assert len(tree.xpath("//h1")) == 1
    assert all(header.get("scope") for header in tree.xpath("//th"))
    labelled = tree.xpath("//*[@aria-labelledby]/@aria-labelledby")
    assert set(labelled) <= set(tree.xpath("//@id"))
    levels = [int(heading.tag[1]) for heading in tree.xpath("//h1|//h2|//h3|//h4")]
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_a_claim_is_drawn_without_links() -> None:
    tree = lxml.html.fromstring(PAGES["claim-drawn"])
    assert len(tree.xpath("//figure/*[local-name()='svg' or name()='svg']")) == 2
    assert not tree.xpath("//figure//a")
    assert not lxml.html.fromstring(PAGES["claim"]).xpath("//figure")


def test_changes_are_named_in_words() -> None:
    tree = lxml.html.fromstring(PAGES["quotation"])
    assert [each.text_content() for each in tree.xpath("//ins")] == ["soldiers [misquoted]"]
    assert "candles [misquoted]" in [each.text_content() for each in tree.xpath("//del")]

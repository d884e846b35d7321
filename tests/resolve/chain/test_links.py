"""Outlets that report a quotation carry it; those who say it themselves do not."""

import pytest

from sayso.records import Article
from sayso.resolve.chain.chain import Chain, Hop
from sayso.resolve.chain.links import carried, passed_on
from sayso.resolve.chain.outlets import Outlets
from tests.notation import read
from tests.resolve.actors.who_is_who import who_is_who

NOTHING = Chain(None, (), None, None, "")


def passed(marked):
    """Return the article, its statements, and their chains once outlets have passed them on."""
    article, annotation = read(marked)
    outlets = Outlets(article, who_is_who(article, annotation).names.all)
    told = [NOTHING for _ in annotation.statements]
    return article, annotation.statements, passed_on(article, annotation.statements, told, outlets)


@pytest.mark.parametrize(
    ("marked", "carrier"),
    [
        ("{T:“It is open,”} {C:reported} {S:<o:Northwire News Agency>}.", "Northwire News Agency"),
        ("{T:“It is open,”} {S:the <o:Almis Post>} {C:reported}.", "the Almis Post"),
        ("{T:“It is open,”} {S:the <o:Almis Post>} {C:quoted him}.", "the Almis Post"),
        ("{T:“It is open,”} {S:the <o:Almis Post>} {C:said}.", ""),
        ("{T:“It is open,”} {S:<p:Ana Ruel>} {C:reported}.", ""),
        ("{S:The <o:Almis Post>} {C:reported}: {T:“It is open.”}", ""),
        ("{S:The <o:Almis Post>} {C:reported} {T:that it was open}.", ""),
        ("{T:It was open,} {S:the <o:Almis Post>} {C:reported}.", ""),
        ("{T:“It is open.”}", ""),
        ("{T:“It is open,”} {C:it was reported}.", ""),
    ],
)
def test_an_outlet_that_reports_a_quotation(marked, carrier):
    article, (statement,), (chain,) = passed(marked)
    assert [(hop.span.of(article.text), hop.kind) for hop in chain.links] == (
        [(carrier, "reported")] if carrier else []
    )
    assert carried(statement, chain) is bool(carrier)


def test_the_outlet_comes_before_what_is_known_already():
    article, annotation = read(
        "{T:“It is open,”} {C:reported} {S:the <o:Almis Post>}. <o:NWA> ran it."
    )
    (credit,) = (m.span for m in annotation.mentions if m.span.of(article.text) == "NWA")
    outlets = Outlets(article, annotation.mentions)
    known = Chain(None, (Hop(credit, "credit"),), None, None, "")
    (chain,) = passed_on(article, annotation.statements, [known], outlets)
    assert [hop.span.of(article.text) for hop in chain.links] == ["the Almis Post", "NWA"]


def test_a_chain_that_knows_its_speaker_stays():
    article, annotation = read("{T:“It is open,”} {C:reported} {S:the <o:Almis Post>}.")
    told = [Chain(annotation.statements[0].content[0], (), None, None, "")]
    outlets = Outlets(article, annotation.mentions)
    assert passed_on(article, annotation.statements, told, outlets) == told


def test_no_statements():
    article = Article("Nothing.", "test")
    assert passed_on(article, (), [], Outlets(article, ())) == []

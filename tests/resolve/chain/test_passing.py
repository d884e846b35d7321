"""Outlets that report a quotation carry it; those who say it themselves do not."""

import pytest

from tests.notation import read
from tests.resolve.chain.wording import chains_by_rules, shown


@pytest.mark.parametrize(
    ("marked", "carrier"),
    [
        ("{T:“It is open,”} {C:reported} {S:<o:Northwire News Agency>}.", "Northwire News Agency"),
        ("{T:“It is open,”} {S:the <o:Almis Post>} {C:reported}.", "the Almis Post"),
        ("{T:“It is open,”} {S:<o:Radio Velna>’s own reporter} {C:reported}.", "Radio Velna"),
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
    article, annotation = read(marked)
    (chain,) = chains_by_rules(article, annotation.statements, annotation.mentions)
    assert shown(article.text, chain)[0] == (f"{carrier} reported" if carrier else "")


def test_the_outlet_comes_before_what_is_credited():
    article, annotation = read(
        "{T:“It is open,”} {C:reported} {S:the <o:Almis Post>}. It rained. (<o:NWA>)"
    )
    (chain,) = chains_by_rules(article, annotation.statements, annotation.mentions)
    assert shown(article.text, chain)[0] == "the Almis Post reported; NWA credit"

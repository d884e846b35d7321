"""What dateline, byline and credit lines of an article name."""

import pytest

from tests.resolve.chain.wording import links_of

SAID = "{S:Halvard} {C:said} {T:that it waits}."
CREDITS = [
    ("TORVESK, March 14 (NWA) — " + SAID, {}, "NWA dateline"),
    ("TORVESK (Reuters) - " + SAID, {}, "Reuters dateline"),
    ("By Northwire Agency\n\n" + SAID, {}, "Northwire Agency byline"),
    ("By Mira Tolland, Northwire Agency\n\n" + SAID, {}, "Northwire Agency byline"),
    ("By Mira Tolland\n\n" + SAID, {}, ""),
    (
        "The Northwire Agency has moved house.\n\n" + SAID,
        {"byline": ("Northwire Agency",)},
        "Northwire Agency byline",
    ),
    (SAID + "\n\nAdditional material: NWA", {}, "NWA credit"),
    (SAID + "\n\n(Reporting by Henrik Sool; Reuters contributed)", {}, "Reuters credit"),
    (SAID + "\n\nFerrant contributed to this report.", {}, "Ferrant credit"),
    (SAID + "\n\nFerrant contributed to this report.", {"publisher": "Ferrant"}, "Ferrant credit"),
    (SAID + "\n\n(Reporting by Henrik Sool; editing by Mira Tolland)", {}, ""),
    (SAID + " (Reuters)", {}, "Reuters credit"),
    (SAID + " (NWA) (*The Almis Post*)", {}, "NWA credit; The Almis Post credit"),
    (SAID + " (NWA via Corvane Six)", {}, "NWA credit; Corvane Six credit"),
    (SAID + " (RFE/RL)", {}, "RFE/RL credit"),
    (SAID + " (NWA/Meridian)", {}, "NWA credit; Meridian credit"),
    (SAID + " (NWA / * / Meridian)", {}, "NWA credit; Meridian credit"),
    (SAID + " (pictured)", {}, ""),
    (SAID + "\n\nIt rained in Hadrov. (Meridian)", {}, ""),
    ("It rained. (Meridian) " + SAID + " (NWA)", {}, "NWA credit"),
    ("TORVESK (NWA) — {S:Halvard} {C:told} NWA {T:that it waits}.", {}, "NWA dateline"),
    ("TORVESK (NWA) — NWA reported that {S:Halvard} {C:said} {T:no}.", {}, "NWA dateline"),
    (
        "TORVESK (NWA) — {S:Halvard} {C:told} the Banner {T:that it waits}.",
        {},
        "Banner told; NWA dateline",
    ),
    ("TORVESK (NWA) — {S:NWA} {C:said} {T:that it waits}.", {}, ""),
]


@pytest.mark.parametrize(("marked", "article", "links"), CREDITS)
def test_what_the_article_credits(marked, article, links):
    assert links_of(marked, **article) == [links]

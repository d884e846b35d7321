"""Which names of an article are outlets."""

import pytest

from tests.notation import read
from tests.resolve.chain.wording import chains_by_rules, links_of, shown


def test_the_article_itself_tells_what_its_names_are():
    marked = "{S:Halvard} {C:told} the Ledgerline {T:that it waits}."
    assert links_of(marked) == [""]
    assert links_of(marked + " The Ledgerline, a weekly in Ilvany, is poor.") == ["Ledgerline told"]
    assert links_of(marked, publisher="Ledgerline") == ["Ledgerline told"]


HANDED_ON = [
    ("(Island Voice via Meridian)", True),
    ("A list was published by Meridian.", True),
    ("Meridian contributed to this report.", True),
    ("Ana Meridian contributed to this report.", False),
    ("Ana Meridian contributed much.", False),
]


@pytest.mark.parametrize(("words", "is_outlet"), HANDED_ON)
def test_who_hands_news_on_is_an_outlet_whatever_the_tagger_says(words, is_outlet):
    marked = "{S:Halvard} {C:told} <p:Meridian> {T:that it waits}.\n\nIt rained.\n\n" + words
    assert links_of(marked)[0].startswith("Meridian told") == is_outlet


def test_mentions_tell_people_and_places_from_outlets():
    named = (
        ("<p:Marek>", ""),
        ("<p:Ana Meridian>", ""),
        ("<l:Meridian>", ""),
        ("<o:Meridian>", "Meridian told"),
        ("<p:Meridian>", "Meridian told"),  # one word, and nobody's given name
    )
    for name, links in named:
        article, annotation = read(f"{{S:Halvard}} {{C:told}} {name} {{T:that it waits}}.")
        (chain,) = chains_by_rules(article, annotation.statements, annotation.mentions)
        assert shown(article.text, chain)[0] == links

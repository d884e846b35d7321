"""What somebody goes by is his name where no other is told."""

import pytest

from sayso.resolve.actors.names.aliases import alias
from tests.notation import read

# A phrase, "|" where its source ends | what stands before the name | the name
PHRASES = """
a soldier with the call sign Kit | a soldier | Kit
The commander, known as “Grandfather,” | The commander | Grandfather
The company commander, who goes by the nickname “the Needle” | The company commander | Needle
A drone operator, callsign Fox, | A drone operator | Fox
the head of the unit, nicknamed Papa | the head of the unit | Papa
a man who identified himself as Abu Omar | a man | Abu Omar
a resident who gave her name only as Salma | a resident | Salma
A resident who asked to be identified only by her first name, Salma | A resident | Salma
a rebel spokesman using the name Abu al-Tarek | a rebel spokesman | Abu al-Tarek
the deputy commander, whose nom de guerre is Abu Layth | the deputy commander | Abu Layth
"""
NOBODY = """
<p:Ivan Brell>, known as the Bear
a ship that nobody knew
a man who identified himself
residents identified as <g:Skerrans>
"""


@pytest.mark.parametrize("line", PHRASES.strip().splitlines())
def test_what_somebody_goes_by_is_a_name(line):
    marked, before, name = line.split(" | ")
    article, annotation = read(f"<d:{marked}>")
    lead, named = alias(article.text, annotation.mentions[0].span, ())
    assert (lead.of(article.text), named.span.of(article.text)) == (before, name)
    assert named.type == "person"


@pytest.mark.parametrize("line", NOBODY.strip().splitlines())
def test_whoever_has_a_name_or_gives_none_has_no_other(line):
    article, annotation = read(f"<d:{line}>")
    whole, *names = sorted(annotation.mentions, key=lambda m: (m.span.start, -m.span.end))
    assert alias(article.text, whole.span, names) is None


def test_a_name_right_behind_a_source_counts():
    article, annotation = read("<d:The commander>, whose call sign is Fox, said no.")
    _, named = alias(article.text, annotation.mentions[0].span, ())
    assert named.span.of(article.text) == "Fox"


def test_a_body_that_goes_by_a_name_is_no_person():
    article, annotation = read("<b:the armed group known as the Free Men>")
    _, named = alias(article.text, annotation.mentions[0].span, ())
    assert (named.span.of(article.text), named.type) == ("Free Men", "organisation")

"""Articles -> schema.org in JSON-LD: a Quotation or Claim for each statement that was said.

There is no rating, nor a word of who is right. What the text does not tell to have been said is
left out: schema.org has no way to tell it from the rest.
"""

from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from sayso.export.formats.cleaning import TERMS, web_address, write_array
from sayso.exported import Exported, Party, Row

_PAPER = "document"
_TYPES = {"person": "Person", "government": "GovernmentOrganization", _PAPER: "CreativeWork"}


def write(articles: Iterable[Exported], out: BinaryIO) -> None:
    """Write a graph of quotations, claims and the articles in which they stand."""
    things = (each for article in articles for each in _things(article))
    write_array({"@context": "https://schema.org"}, "@graph", things, out)


def _things(exported: Exported) -> Iterator[dict[str, Any]]:
    rows = [row for row in exported.rows() if row.act.said == "yes"]
    if not rows:
        return
    article = exported.article
    yield {
        "@type": "NewsArticle",
        "@id": f"urn:{article.id}",
        "headline": article.title,
        "url": web_address(article.url),
        "datePublished": exported.day,
        "inLanguage": article.lang,
        "publisher": {"@type": "Organization", "name": article.publisher}
        if article.publisher
        else None,
        "author": [{"@type": "Person", "name": name} for name in article.byline],
    }
    yield from map(_statement, rows)


def _statement(row: Row) -> dict[str, Any]:
    direct = row.statement.kind == "direct"
    here = {"@id": f"urn:{row.of.article.id}"}
    # An author is a person or a body there; of a paper that says something it is told apart.
    papers = [_who(party) for party in row.speakers if party.type == _PAPER]
    authors = [_who(party) for party in row.speakers if party.type != _PAPER]
    return {
        "@type": "Quotation" if direct else "Claim",
        "@id": f"urn:sayso:{row.statement.id}",
        # Of what is not quoted also the words that report it: "denied having shelled the port".
        "text": row.words(row.statement.content if direct else row.statement.parts),
        "author": authors,
        "isBasedOn": papers,
        "isPartOf": here,
        "appearance": None if direct else here,
        "spokenByCharacter": authors if direct else None,
        "contentLocation": [
            {"@type": "Place", "name": place.location.name}
            for place in row.places
            if place.location.name
        ],
        "keywords": [
            {"@type": "DefinedTerm", "inDefinedTermSet": f"{TERMS}{name}", "termCode": code}
            for name, code in _terms(row)
        ],
        "subjectOf": [
            {"@type": "Claim", "@id": f"urn:sayso:{answer.statement}"} for answer in row.answers
        ],
        "creditText": "; ".join(row.judged),
    }


def _terms(row: Row) -> Iterator[tuple[str, str]]:
    yield "act", row.act.name
    yield "polarity", row.act.polarity
    yield "modality", row.act.modality
    for answer in row.answers:
        yield "answered", f"{answer.kind} {answer.statement}"


def _who(party: Party) -> dict[str, Any]:
    return {
        "@type": _TYPES.get(party.type, "Organization"),
        "@id": f"urn:sayso:{party.id}",
        "name": party.name,
    }

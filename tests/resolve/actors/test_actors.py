"""Clusters -> actors: their types, roles, whom they speak for, and what is told of the unnamed."""

import pytest

from tests.notation import read
from tests.resolve.who_is_who import who_is_who

# Each text, and below it its actors: "name / type / roles / whom he speaks for".
TABLE = """
{S:<d:Foreign Minister <p:Ana Ruel>>} {C:said} {T:so}.
Ana Ruel / person / Foreign Minister /

{S1:Mayor <p:Ana Ruel>} {C1:said} {T1:so}. {S2:<p:Ruel>, a lawyer,} {C2:said} {T2:no}.
Ana Ruel / person / Mayor, lawyer /

{S1:Mayor <p:Ana Ruel>} {C1:said} {T1:so}. {S2:The mayor} {C2:said} {T2:no}.
Ana Ruel / person / Mayor /

{S:<o:Bank of Almis> chief <p:Bo Tarn>} {C:said} {T:so}. <o:Bank of Almis> shut.
Bank of Almis / organisation / / | Bo Tarn / person / Bank of Almis chief / Bank of Almis

{S1:<l:France>} {C1:said} {T1:so}. {S2:<p:Ana Ruel>, the <g:French> ambassador,} {C2:said} {T2:no}.
Government of France / government / / | Ana Ruel / person / French ambassador / Government of France

{S1:<l:France>} {C1:said} {T1:so}. {S2:A <l:Paris> spokesman} {C2:said} {T2:no}.
Government of France / government / / | A Paris spokesman / unnamed / Paris spokesman / \
Government of France

{S1:<l:France>} {C1:said} {T1:so}. {S2:<p:Ana Ruel>, a <g:French> singer,} {C2:said} {T2:no}.
Government of France / government / / | Ana Ruel / person / French singer /

{S:A spokesman for the <o:Observer Group>} {C:said} {T:so}.
A spokesman for the Observer Group / unnamed / spokesman / Observer Group | \
Observer Group / organisation / /

{S:<p:Ana Ruel>'s lawyer} {C:said} {T:so}.
Ana Ruel / person / / | Ana Ruel's lawyer / unnamed / Ana Ruel's lawyer / Ana Ruel

{S:<l:Almis>} {C:said} {T:so}. <l:Hadrov> is a town.
Almis / government / /

{S:<o:Ministry of Health>} {C:said} {T:so}.
Ministry of Health / government / /

{S:<o:Northwire>} {C:said} {T:so}.
Northwire / organisation / /

{S:<g:Velmarkians>} {C:said} {T:so}.
Velmarkians / group / /

{S:The crowd} {C:said} {T:so}.
The crowd / group / /

{S:The   ministry} {C:said} {T:so}.
The ministry / government / /

{S:The company} {C:said} {T:so}.
The company / organisation / /

{S:The report} {C:said} {T:so}.
The report / document / /

<p:Ana Ruel> left. <d:A fisherman> came. {S:<p:Bo Tarn>} {C:said} {T:so}.
Ana Ruel / person / / | Bo Tarn / person / /
"""

# A source, what follows it, and how many, of what kind, from which body and place, and why unnamed.
UNNAMED = """
An official | said so. | 1, official, -, -, -
Officials | said so. | some, officials, -, -, -
Some residents of <l:Almis> | said so. | some, residents, -, Almis, -
Two people | said so. | 2, people, -, -, -
Ten fishermen | said so. | 10, fishermen, -, -, -
40 fishermen | said so. | 40, fishermen, -, -, -
1,200 fishermen | said so. | 1,200, fishermen, -, -, -
Several officers | said so. | several, officers, -, -, -
An official at the <o:Bank of Almis> | said so. | 1, official, Bank of Almis, -, -
A reporter of the <o:Post> in <l:Hadrov> | said so. | 1, reporter, Post, Hadrov, -
An aide | said so on condition of anonymity. | 1, aide, -, -, on condition of anonymity
Two aides, who asked not to be named because it was secret, | said so. | 2, aides, -, -, \
asked not to be named because it was secret
An aide | , who was not authorised to speak, said so. | 1, aide, -, -, was not authorised to speak
An aide | requested anonymity; she said so. | 1, aide, -, -, requested anonymity
An aide | said so. The road was named after her. | 1, aide, -, -, -
"""


def blocks(table):
    return [tuple(block.split("\n")) for block in table.strip().split("\n\n")]


def actors_of(marked):
    """Return the article and its actors, all who speak in it among them."""
    article, annotation = read(marked)
    who = who_is_who(article, annotation)
    return article, who.actors, who.ids


def shown(marked):
    _, made, _ = actors_of(marked)
    names = {actor.id: actor.name for actor in made} | {"": ""}
    return " | ".join(
        f"{a.name} / {a.type} / {', '.join(r.text for r in a.roles)} / {names[a.of]}".replace(
            "  ", " "
        ).rstrip()
        for a in made
    )


@pytest.mark.parametrize(("marked", "actors_"), blocks(TABLE))
def test_actors(marked, actors_):
    assert shown(marked) == actors_


@pytest.mark.parametrize("line", UNNAMED.strip().splitlines())
def test_the_unnamed(line):
    source, rest, wanted = line.split(" | ")
    article, made, _ = actors_of(f"{{S:{source}}} {{T:{rest}}}")
    unnamed = made[0].unnamed
    assert made[0].type == "unnamed"
    reason = unnamed.reason.of(article.text) if unnamed.reason else ""
    words = [unnamed.number, unnamed.kind, unnamed.affiliation, unnamed.place, reason]
    assert ", ".join(word or "-" for word in words) == wanted


def test_only_the_unnamed_are_described_so():
    _, made, _ = actors_of(
        "{S1:<p:Ana Ruel>} {C1:said} {T1:so}. {S2:The company} {C2:said} {T2:no}."
    )
    assert [actor.unnamed for actor in made] == [None, None]


def test_actors_stand_in_text_order_and_their_ids_count():
    marked = "<p:Dunov> left. {S1:<p:Ana Ruel>} {C1:said} {T1:so}. {S2:An aide} {C2:said} {T2:no}."
    _, made, ids = actors_of(marked)
    assert [(a.id, a.name) for a in made] == [
        ("a1", "Dunov"),
        ("a2", "Ana Ruel"),
        ("a3", "An aide"),
    ]
    assert sorted(ids.values()) == ["a1", "a2", "a3"]


def test_mentions_are_the_words_and_do_not_overlap():
    article, made, _ = actors_of(
        "{S1:<p:Ana Ruel>, a mayor,} {C1:said} {T1:so}. <p:Ruel> left. <=:She> ran."
    )
    (ruel,) = made
    assert [span.of(article.text) for span in ruel.mentions] == ["Ana Ruel, a mayor", "Ruel", "She"]
    assert all(a.end <= b.start for a, b in zip(ruel.mentions, ruel.mentions[1:], strict=False))


@pytest.mark.parametrize(
    ("marked", "why"),
    [
        (
            "{S1:<p:Ana Ruel>} {C1:said} {T1:so}. <p:Ruel> left.",
            "Named “Ana Ruel”, “Ruel”; mentioned 2 times.",
        ),
        ("{S1:An aide} {C1:said} {T1:so}.", "Described, never named; mentioned once."),
        (
            "{S1:The company} {C1:said} {T1:so}.",
            "Described as “The company”; mentioned once.",
        ),
        (
            "{S1:<l:Paris>} {C1:said} {T1:so}.",
            "“Paris”: stands for the government of France when it speaks; once.",
        ),
    ],
)
def test_reasons(marked, why):
    assert actors_of(marked)[1][0].why == why

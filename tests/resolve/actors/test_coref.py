"""Who is who: names, titles, pronouns and seats of small articles gathered into actors."""

import pytest

from sayso.records import Span
from sayso.resolve.actors.mentions import references
from tests.notation import read
from tests.resolve.who_is_who import who_is_who

# Each text, and below it the words that stand for each actor, in text order.
TABLE = """
<p:Ruel> was late. <p:Ana Ruel> sat down.
Ruel = Ana Ruel

<p:Ana Ruel> was late. <p:Ruel> sat down. <=:She> spoke.
Ana Ruel = Ruel = She

<p:Ana Ruel> met <p:Bo Ruel>. <p:Ruel> left.
Ana Ruel | Bo Ruel = Ruel

From <p:Jon Tarn>, {S:vice president of the League}{C:,} {T:“We sail.”}
Jon Tarn = vice president of the League

They thanked <p:Jon Tarn>, {S:the mayor of Garth} {C:said} {T:so}.
Jon Tarn | the mayor of Garth

{T:“It will hold”} {C:from} {S:an interview with <p:Senna Varga>}. <p:Varga> left.
an interview with Senna Varga = Varga

{S:The commander, known as “Fox,”} {C:said} {T:so}. <p:Fox> left.
The commander, known as “Fox,” = Fox

<p:Bo Ruel> met <p:Ana Ruel>. <p:Bo> left. <p:Ana Ruel> stayed.
Bo Ruel = Bo | Ana Ruel = Ana Ruel

<p:Mr. Ruel> met <p:Mrs. Ruel>. <=:She> left.
Mr. Ruel | Mrs. Ruel = She

<p:Ana Ruel> met <p:Peter Tarn>. <=:She> left. <=:He> stayed.
Ana Ruel = She | Peter Tarn = He

<p:Ana Ruel> spoke. <=:He> left.
Ana Ruel

<d:A woman> spoke. <=:He> left. <=:She> stayed.
A woman = She

<p:Tarn> and <p:Ruel> met. <p:Bo Tarn> and <p:Ana Ruel> spoke.
Tarn = Bo Tarn | Ruel = Ana Ruel

<p:Bo Tarn Jr.> spoke. <p:Bo Tarn Sr.> left. <p:Tarn> waved.
Bo Tarn Jr. | Bo Tarn Sr. = Tarn

<p:Robert “Bo” Tarn> spoke. <p:Bo Tarn> left.
Robert “Bo” Tarn = Bo Tarn

<p:Yuri Tarsov> spoke. <p:Iurii Tarsov> left.
Yuri Tarsov = Iurii Tarsov

<p:Ana Ruel> met <p:Ana>, then. <p:RUEL> left.
Ana Ruel = Ana = RUEL

<d:Mayor <p:Bo Tarn>> left. <d:<=:His> deputy, <p:Ana Orn>>, ate. <d:The deputy mayor> slept.
Mayor Bo Tarn = His | His deputy, Ana Orn = The deputy mayor

<d:Skerran envoy <p:Bo Tarn>> met <d:his Tarvian counterpart, <p:Orn>>. <d:The Tarvian envoy> left.
Skerran envoy Bo Tarn | his Tarvian counterpart, Orn = The Tarvian envoy

<p:Ana Ruel> sat. {T:“<d:The governor> lied,”} {S:<p:Bo Tarn>} {C:said}.
Ana Ruel | The governor | Bo Tarn

Governor <p:Ana Ruel> sat. {T:“<d:The governor> lied,”} {S:<p:Bo Tarn>} {C:said}.
Ana Ruel = The governor | Bo Tarn

<p:Ana Ruel> sat. <o:Ruel> spoke.
Ana Ruel = Ruel

<p:Ana Ruel> and <p:Bo Tarn> sat. <p:Dunov and Stavin> stood.
Ana Ruel | Bo Tarn | Dunov | Stavin

<d:Foreign Minister <p:Ana Ruel>> arrived. <d:The minister> sat down.
Foreign Minister Ana Ruel = The minister

<p:Ruel> sat. {S:<d:A clerk>} {C:said}: {T:“<d:My son> left.”}
Ruel | A clerk | My son

<p:Ana Ruel> sat. {S1:<p:Ruel>} {C1:said}: {T1:“{S2:<d:The mayor>} {C2:told me} {T2:it fell}.”}
Ana Ruel = Ruel | The mayor

<d:Foreign Minister <p:Ana Ruel>> arrived. <d:A minister> sat down.
Foreign Minister Ana Ruel | A minister

<d:Minister <p:Ruel>> met <d:Governor <p:Stavin>>. <d:The governor> left. <d:The minister> sat.
Minister Ruel = The minister | Governor Stavin = The governor

<d:President <p:Casimir Orlach>> spoke. <d:The leader> waved.
President Casimir Orlach = The leader

<p:Ana Ruel> spoke. <d:The spokesman> left.
Ana Ruel | The spokesman

<p:Ana Ruel> spoke. <d:The spokeswoman> left.
Ana Ruel = The spokeswoman

<d:The former mayor> spoke. <d:The current mayor> left.
The former mayor | The current mayor

<d:Minister <p:Ruel>> met <d:Governor <p:Stavin>>. <d:The district chief> left.
Minister Ruel | Governor Stavin | The district chief

<p:Oren Dahl>, minister of Skerra, met <p:Mira Kestel>, minister of Ostrania. \
<d:The Ostranian minister> left.
Oren Dahl | Mira Kestel = The Ostranian minister

<p:Radu Belcic> left. <d:<=:His> lawyer> stayed.
Radu Belcic = His | His lawyer

<d:Minister <p:Ana Ruel>> met <d:Baker <p:Bo Ruel>>. <d:<p:Ruel> the minister> left.
Minister Ana Ruel = Ruel the minister | Baker Bo Ruel

<d:Minister <p:Ana Ruel>> met <d:<=:her> Ostranian counterpart>. \
<d:The Ostranian minister> left.
Minister Ana Ruel = her | her Ostranian counterpart = The Ostranian minister

<d:A fisherman> came. <d:The fisherman> left. <=:He> fell.
A fisherman = The fisherman = He

<d:An official> came. <d:The officials> left.
An official | The officials

<o:Observer Mission in Karsk> counted. <o:The Observer Mission> left.
Observer Mission in Karsk = The Observer Mission

<o:Harbour Workers Union> (<o:HWU>) struck. <o:HWU> won.
Harbour Workers Union = HWU = HWU

<o:Karsk Liberation Movement> (<o:KaLiMo>) met. <o:KaLiMo> voted.
Karsk Liberation Movement = KaLiMo = KaLiMo

<o:Karsk Liberation Movement> met (<o:KaLiMo> did not). <o:KaLiMo> voted.
Karsk Liberation Movement | KaLiMo = KaLiMo

<d:<d:A seller of nets>, <p:Agata Orn>,> came. <p:Orn> left.
A seller of nets, Agata Orn = Orn

<o:Almis Herald> wrote. <b:The newspaper> asked.
Almis Herald = The newspaper
"""

# The sources of statements alone, one after the other, and who they are.
SOURCES = """
<l:France>, <l:Paris>, The <g:French> government
France = Paris = The French government

the <o:White House>, <l:Washington>, The <o:White House>
the White House = The White House | Washington

<l:France>, <l:Germany>, <l:Berlin>, <l:Paris>
France = Paris | Germany = Berlin

<l:Almis>, <l:Hadrov>, <l:Almis>
Almis = Almis | Hadrov

<o:Harbour Group>, It, They
Harbour Group = It = They

The report, It
The report = It

Two officials, They, He
Two officials = They

<b:The company>, It, <b:The company>
The company = It = The company

Residents of <l:Almis>, residents, other residents
Residents of Almis = residents | other residents

The <g:Ostranian> ministry, The ministry
The Ostranian ministry = The ministry

<l:Velmark>, Its government
Velmark | Its government

I, we, you
"""


def rows(table):
    blocks = [block.split("\n") for block in table.strip().split("\n\n")]
    return [(block[0], block[1] if len(block) > 1 else "") for block in blocks]


def shown(marked):
    """Return the words of each actor's references."""
    article, annotation = read(marked)
    entities = who_is_who(article, annotation).entities
    clusters = (c.references for c in entities.clusters)
    return " | ".join(" = ".join(r.span.of(article.text) for r in each) for each in clusters)


def said(sources):
    """Return a text in which each of the sources says something."""
    parts = enumerate(sources.split(", "), 1)
    return " ".join(f"{{S{n}:{source}}} {{C{n}:said}} {{T{n}:so}}." for n, source in parts)


@pytest.mark.parametrize(("marked", "actors"), rows(TABLE))
def test_who_stands_for_whom(marked, actors):
    assert shown(marked) == actors


@pytest.mark.parametrize(("sources", "actors"), rows(SOURCES))
def test_who_speaks_is_who(sources, actors):
    assert shown(said(sources)) == actors


def test_of_namesakes_whoever_speaks_in_the_paragraph_is_meant():
    opening = "<p:Ana Ruel> sat. <p:Ruel> left.\n\n"
    speaking = "{S1:<p:Bo Ruel>} {C1:refused} {T1:to go}. {T2:“No,”} {S2:<p:Ruel>} {C2:said}."
    assert shown(opening + speaking) == "Ana Ruel = Ruel | Bo Ruel = Ruel"
    silent = "<p:Bo Ruel> sat. {T:“No,”} {S:<p:Ruel>} {C:said}."
    assert shown(opening + silent) == "Ana Ruel = Ruel = Ruel | Bo Ruel"


def test_a_name_that_closes_a_long_description_is_whose_it_is():
    source = "The head of the agency for rivers, lakes and ports, retired general"
    marked = f"{{S:{source} <p:Agata Orn>}} {{C:said}} {{T:so}}. <p:Orn> left."
    assert shown(marked) == f"{source} Agata Orn = Orn"


@pytest.mark.parametrize(
    ("source", "name", "government"),
    [
        ("<l:France>", "France", "government of France"),
        ("<l:Paris>", "Paris", "government of France"),
        ("<l:Almis>", "Almis", ""),
        ("the <o:White House>", "White House", ""),
        ("the <l:White House>", "White House", ""),
    ],
)
def test_seats_and_countries_speak_for_governments(source, name, government):
    article, annotation = read(said(source))
    (cluster,) = who_is_who(article, annotation).entities.clusters
    assert (cluster.name, cluster.government) == (name, government)


def test_every_choice_has_a_reason_and_a_score():
    article, annotation = read(said("<p:Ana Ruel>, <p:Ruel>, She, He, <p:Ruel>"))
    choices = who_is_who(article, annotation).entities.choices
    resolved = {
        span.of(article.text): (c.cluster and c.cluster.name, c.why) for span, c in choices.items()
    }
    assert resolved["Ana Ruel"] == ("Ana Ruel", "named “Ana Ruel” here")
    assert resolved["She"] == ("Ana Ruel", "the nearest who fits is Ana Ruel")
    assert resolved["He"] == (None, "nobody before it fits")
    assert resolved["Ruel"] == ("Ana Ruel", "named “Ruel” here, in full Ana Ruel")
    assert all(0 <= choice.score <= 1 for choice in choices.values())


def test_references_between_two_places():
    article, annotation = read("<p:Ana Ruel> met <p:Bo Tarn>. <p:Dunov> left.")
    entities = who_is_who(article, annotation).entities
    end = article.text.index("Dunov")
    between = [cluster.name for _, cluster in entities.between(1, end)]
    assert between == ["Bo Tarn"]
    assert [c.name for _, c in entities.between(0, len(article.text))] == [
        "Ana Ruel",
        "Bo Tarn",
        "Dunov",
    ]
    assert list(entities.between(end + 1, len(article.text))) == []


@pytest.mark.parametrize("words", ["/", "—", ", ", "’", "  "])
def test_what_has_no_words_of_its_own_stands_for_nobody(words):
    text = f"Ana Ruel {words} left."
    start = len("Ana Ruel ")
    names = who_is_who(*read(text)).names
    assert references(text, [Span(start, start + len(words))], (), names) == []


def test_a_mention_that_begins_as_a_source_does_is_the_same_somebody():
    marked = "<d:{S1:A woman} {C1:told} it> {T1:so}. {S2:<=:She>} {C2:said} {T2:no}."
    article, annotation = read(marked)
    (woman,) = who_is_who(article, annotation).entities.clusters
    assert [r.span.of(article.text) for r in woman.references] == ["A woman", "She"]

"""What the words of a source tell: names, titles, roles, descriptions, pronouns, the unnamed."""

import pytest

from sayso.records import Span
from sayso.resolve.actors.references import reference, trimmed
from tests.notation import read
from tests.resolve.who_is_who import who_is_who

# Marked words | the bare name | sex | the roles, joined by "; "
NAMED = """
<p:Ana Ruel> | Ana Ruel | f |
<p:Peter Tarn> | Peter Tarn | m |
<p:Bo Tarn> | Bo Tarn | |
<p:Ruel> | Ruel | |
<p:Ruel>’s | Ruel | |
<p:Ruel>' | Ruel | |
Mr. <p:Ruel> | Ruel | m |
<p:Mr. Ruel> | Ruel | m |
<p:Mrs. Ana Ruel> | Ana Ruel | f |
Sir <p:Bo Tarn> | Bo Tarn | m |
Dr. <p:Ruel> | Ruel | |
Foreign Minister <p:Ruel> | Ruel | | Foreign Minister
<p:Foreign Minister Ruel> | Ruel | | Foreign Minister
spokeswoman <p:Quintel> | Quintel | f | spokeswoman
her spokesman <p:Quintel> | Quintel | m | spokesman
the widow <p:Ruel> | Ruel | f | widow
the mayor, <p:Ruel> | Ruel | | mayor
Corporal <p:Ruel> | Ruel | | Corporal
one of the aides, islander thinker <p:Ruel> | Ruel | | one of the aides, islander thinker
union colleague <p:Ruel> yesterday | Ruel | | union colleague
<p:Ruel> on Monday | Ruel | |
the mayor of <l:Hadrov>, <p:Ruel>, | Ruel | | mayor of Hadrov
<l:Velmark>’s foreign minister, <p:Ruel> | Ruel | | Velmark’s foreign minister
<p:Ruel>, the foreign minister of <l:Velmark> | Ruel | | foreign minister of Velmark
<p:Ruel>, 61, a fisherman from <l:Hadrov> | Ruel | m | fisherman from Hadrov
<p:Ruel> (the mayor) | Ruel | | mayor
<p:Ruel> (mayor since 2029) | Ruel | | mayor since 2029
<p:Ruel> – chief of the <o:Harbour Union> – | Ruel | | chief of the Harbour Union
Mayor <p:Ruel>, a lawyer | Ruel | | Mayor; lawyer
<p:Ruel>, who was late | Ruel | |
<p:Ruel>, whose brother fled, | Ruel | |
<p:Ruel>, citing two officials, | Ruel | |
its spokeswoman, Major <p:Ruel> | Ruel | f | spokeswoman; Major
Member of the <o:Skerran Council> <p:Ana Ruel> | Ana Ruel | f | Member of the Skerran Council
Under-Secretary-General for Peace <p:Ana Ruel> | Ana Ruel | f | Under-Secretary-General for Peace
<o:Northwire> correspondent <p:Tolland> | Tolland | | Northwire correspondent
<o:Bank of Almis> chief <p:Ruel> | Ruel | | Bank of Almis chief
<o:Bank of Almis> | Bank of Almis | |
<o:Bank of Almis> in <l:Hadrov> | Bank of Almis | |
the director for dams and locks <p:Ana Ruel> | Ana Ruel | f | director for dams and locks
the mayor of Karsk <p:Ana Ruel> | Ana Ruel | f | mayor of Karsk
secretary of state designate <p:Ana Ruel> | Ana Ruel | f | secretary of state designate
the envoy, Karsk-born <p:Ana Ruel>, | Ana Ruel | f | envoy
Clerk <p:Ana Ruel> (Karsk East) (Green) | Ana Ruel | f | Clerk
Commander Stavin | Stavin | | Commander
<o:Northwire Agency> | Northwire Agency | |
the <o:Northwire Agency> | Northwire Agency | |
<l:Velmark> | Velmark | |
<g:Velmarkians> | Velmarkians | |
"""

# Marked words | head | type | sex | one or many | definite or not
DESCRIBED = """
the minister | minister | person | | one | definite
the minister, received <p:Ruel> | minister | person | | one | definite
officials, including <p:Ruel> | officials | person | | many | definite
The businessman | businessman | person | m | one | definite
his wife | wife | person | f | one | definite
the wife of slain <p:Ana Ruel> | wife | person | f | one | definite
the wife of the activist <p:Ana Ruel> | wife | person | f | one | definite
the lawyer for jailed <p:Ana Ruel> | lawyer | person | | one | definite
those officials | officials | person | | many | definite
officials | officials | person | | many | definite
residents of <l:Almis> | residents | person | | many | definite
a senior official | official | person | | one | new
another witness | witness | person | | one | new
Others | others | person | | many | new
a woman | woman | person | f | one | new
two people familiar with the talks | people | person | | many | new
three officials in <l:Torvesk> | officials | person | | many | new
a spokesman for the <o:Observer Mission> | spokesman | person | m | one | new
<p:Ruel>'s lawyer | lawyer | person | | one | definite
the lawyer of <p:Ruel> | lawyer | person | | one | definite
critics of <p:Ruel> | critics | person | | many | definite
<o:Northwire> reporters | reporters | person | | many | new
the Republican | republican | person | | one | definite
the company | company | organisation | | one | definite
the government of <l:Velmark> | government | government | | one | definite
the <g:Velmarkian> government | government | government | | one | definite
the report | report | document | | one | definite
a report by the <o:Mission> | report | document | | one | new
1,200 farmers | farmers | person | | many | new
<o:Bank of Almis> officials | officials | person | | many | new
dozens of fishermen | dozens | | | many | new
the fog | fog | | | one | definite
"""

PRONOUNS = """
he | he | m | one
himself | he | m | one
She | she | f | one
her | she | f | one
it | it | | one
They | they | | many
we | we | | many
I | i | | one
who | who | | one
another | some | | one
"""


def rows(table):
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]


def described(marked):
    """Return what the words tell, and the words."""
    article, annotation = read(marked)
    names = who_is_who(article, annotation).names
    return reference(article.text, Span(0, len(article.text)), names.all), article.text


@pytest.mark.parametrize(("marked", "name", "sex", "roles"), rows(NAMED))
def test_named(marked, name, sex, roles):
    made, text = described(marked)
    assert (made.kind, made.name, made.sex) == ("name", name, sex)
    assert "; ".join(role.text for role in made.roles) == roles
    assert all(role.span.of(text) == role.text for role in made.roles)
    assert name in made.named.of(text)


@pytest.mark.parametrize(("marked", "head", "type_", "sex", "number", "new"), rows(DESCRIBED))
def test_described(marked, head, type_, sex, number, new):
    made, _ = described(marked)
    assert (made.kind, made.head, made.type, made.sex) == ("nominal", head, type_, sex)
    assert (made.many, made.definite) == (number == "many", new == "definite")
    assert not made.name


@pytest.mark.parametrize(("words", "plain", "sex", "number"), rows(PRONOUNS))
def test_pronouns(words, plain, sex, number):
    made, _ = described(words)
    assert (made.kind, made.pronoun, made.sex) == ("pronoun", plain, sex)
    assert made.many == (number == "many")


@pytest.mark.parametrize(
    ("marked", "type_"),
    [
        ("<p:Ruel>", "person"),
        ("<o:Northwire>", "organisation"),
        ("<l:Almis>", "place"),
        ("<g:Velmarkians>", "group"),
        ("Commander Stavin", ""),
    ],
)
def test_the_tagger_says_what_a_name_is(marked, type_):
    assert described(marked)[0].name_type == type_


@pytest.mark.parametrize(
    ("marked", "inside"),
    [
        ("<l:Velmark>’s foreign minister, <p:Ruel>", ["Velmark"]),
        ("<p:Ruel>, mayor of <l:Almis> and member of the <o:Union>", ["Almis", "Union"]),
        ("a spokesman for the <o:Observer Mission> in <l:Karsk>", ["Observer Mission", "Karsk"]),
        ("<p:Ruel>", []),
    ],
)
def test_the_other_names_inside(marked, inside):
    made, text = described(marked)
    assert [name.span.of(text) for name in made.within] == inside


@pytest.mark.parametrize(
    ("words", "core"),
    [
        (" the   minister , ", "the   minister"),
        ("Ruel’s", "Ruel"),
        ("the officials'", "the officials"),
        ("Ruel —", "Ruel"),
        ("…Ruel", "Ruel"),
        ("“Ruel”", "“Ruel”"),
        (", ;", ""),
        ("", ""),
    ],
)
def test_edges_are_trimmed(words, core):
    assert trimmed(words, Span(0, len(words))).of(words) == core


def test_a_title_alone_is_no_name():
    assert described("the <p:Minister>")[0].kind == "nominal"


@pytest.mark.parametrize("words", ["", " ", ",", "—", "😀", "'s", "…", "\n\n", "（）"])
def test_odd_words_tell_nothing(words):
    made = reference(words, Span(0, len(words)), [])
    assert not made.name
    assert not made.roles

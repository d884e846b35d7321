"""Names that the tagger broke into pieces are whole where the encoder sees somebody as one."""

import pytest

from sayso.resolve.actors.names.whole_names import SURNAME, whole_names, with_surnames
from tests.notation import read

# A text | the names in it
TEXTS = """
<d:<p:Petr> <l:Hollow>> left. | Petr Hollow
<d:<l:Ana>-<p:Lucía Barrientos> <o:de> <l:Faria>> left. | Ana-Lucía Barrientos de Faria
<d:President <p:Petr> <l:Hollow>> left. | Petr Hollow
<d:<p:Petr Hollow>> left. | Petr Hollow
<d:<g:Skerran> <p:Petr Hollow>> left. | Skerran; Petr Hollow
<d:<l:Karsk> Mayor <p:Hollow>> left. | Karsk; Hollow
<d:<p:Petr> and <l:Hollow>> left. | Petr; Hollow
<d:<p:Petr>, <l:Hollow>> left. | Petr; Hollow
<d:<l:Almis> <l:Hollow>> left. | Almis; Hollow
<d:<l:Georgia> <p:Hollow>> left. | Georgia Hollow
<p:Petr> <l:Hollow> left. | Petr; Hollow
The <l:Hollow> <o:Gazette> left. | Hollow Gazette
The <l:Tarn Valley> <o:Echo> left. | Tarn Valley Echo
In <l:Hollow>, <o:Gazette> writers left. | Hollow; Gazette
In <l:Hollow> <o:Velan> left. | Hollow; Velan
"""


def test_a_surname_that_is_a_word_for_somebody_is_a_name():
    marked = (
        "Rep. <p:Petr King> left. King said the king of Skerra, King Olaf, met the Prince. "
        "<p:Bo Hollow Prince> smiled."
    )
    article, annotation = read(marked)
    every = with_surnames(article.text, annotation.mentions)
    alone = [m.span for m in every if m.form == SURNAME]
    assert [span.of(article.text) for span in alone] == ["King"]
    assert article.text[alone[0].end :].startswith(" said the king")


@pytest.mark.parametrize("line", TEXTS.strip().splitlines())
def test_pieces_of_a_person_s_name_are_one(line):
    marked, wanted = line.split(" | ")
    article, annotation = read(marked)
    made = whole_names(article.text, annotation.mentions)
    assert "; ".join(m.span.of(article.text) for m in made if m.form == "name") == wanted


def test_what_was_in_pieces_is_a_person_s():
    article, annotation = read("<d:<p:Petr> <l:Hollow>> left.")
    names = [m for m in whole_names(article.text, annotation.mentions) if m.form == "name"]
    assert [m.type for m in names] == ["person"]

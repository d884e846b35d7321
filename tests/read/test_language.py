"""A text in another language is said to be so, with its name; an English one never is."""

import pytest

from sayso.read.language import Foreign, in_english, reads
from sayso.records import Article

GERMAN = (
    "Der Bürgermeister von Karsk sagte am Montag, die Brücke werde bis Mai gesperrt bleiben, "
    "weil die Seile verrostet sind."
)
ENGLISH = "The mayor of Karsk said on Monday that the bridge would stay shut until May."


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (GERMAN, "German"),
        (
            "Le maire de Karsk a déclaré lundi que le pont resterait fermé jusqu’en mai prochain.",
            "French",
        ),
        ("Мэр города Карск заявила в понедельник, что мост останется закрытым.", "Russian"),
        ("KARSK: DER BÜRGERMEISTER SPERRT DIE BRÜCKE BIS MAI, WEIL DIE SEILE ROSTEN", "German"),
        (
            "Interview mit Ana Ruel, Bo Imhof, Silvia Renn und Edgar Thole am Ende der Brücke",
            "German",
        ),
        ("市长周一表示，大桥将关闭至五月。", "Chinese"),
    ],
)
def test_another_language_is_named(text, name):
    foreign = in_english(Article(text, "page.txt"))
    assert isinstance(foreign, Foreign)
    error = foreign.error
    assert (error.kind, name in error.message, "language" in error.kind) == ("language", True, True)


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH,
        f"{ENGLISH}\n\n{GERMAN}",
        "“Nein, danke.”",
        "Velmark plane crash: Air Karsk now says one man missing after lagoon plane crash",
        "12:40 14:10 2031",
        "Ana Ruel, Bo Imhof, Silvia de la Renn, Edgar von Thole, Mats Ekholm, Nils Akervann",
    ],
)
def test_english_and_what_is_too_short_to_tell_is_read(text):
    assert reads(text)


def test_what_is_in_no_language_is_not_said_to_be_in_another():
    text = "<a xml:lang='zxx'>1 2 3 4 5 6 7 8 9 10 11 12 xx qq zz</a>" * 3
    foreign = in_english(Article(text=text, source="a.xml"))
    assert str(foreign.error).startswith("a.xml: is in no language that can be told")

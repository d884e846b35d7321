"""Press releases as mails."""

import pytest

from sayso.read.formats.mails.mail import ATTACHED, CUT
from tests.read.formats.samples import WORDS, mail


@pytest.mark.parametrize("parts", [{}, {"html": True}, {"html": True, "plain": False}])
def test_a_release_is_an_article_of_whoever_sends_it(reading, parts):
    read = reading(mail(**parts))
    (article,) = read.articles
    assert article.text == "Skerra öffnet: the road to Karsk opens\n\n" + "\n\n".join(WORDS)
    assert (article.publisher, article.byline) == ("Ministry of Roads", ())
    assert article.published
    assert article.published.time == "2031-03-14T09:30:00Z"
    assert article.given_id == "release-14@roads.skerra.example"
    assert read.skipped == {ATTACHED: 1}


HEAD = b"From: press@roads.example\nTo: x@y.example\nSubject: Re: Road\nDate: 14 Mar 2031 09:30\n"
PLAIN = b"Content-Type: text/plain; charset="
QUOTED = b"Content-Transfer-Encoding: quoted-printable\n\n"


@pytest.mark.parametrize(
    ("rest", "text"),
    [
        (b"\n" + WORDS[0].encode("cp1252"), f"Road\n\n{WORDS[0]}"),
        (PLAIN + b"x-none\n\n" + WORDS[0].encode(), f"Road\n\n{WORDS[0]}"),
        (PLAIN + b"utf-8; format=flowed\n\nThe road \nis shut.\n", "Road\n\nThe road is shut."),
        (PLAIN + b"utf-8\n" + QUOTED + b"The road =\nis shut=2E\n", "Road\n\nThe road is shut."),
    ],
)
def test_parts_are_read_as_they_are_sent(reading, rest, text):
    (article,) = reading(HEAD + rest).articles
    assert article.text == text
    assert article.publisher == "roads.example"


@pytest.mark.parametrize(
    "rest",
    [b"\n", b"Content-Type: multipart/mixed; boundary=\n\n--x", b"Content-Type: image/png\n\nx"],
)
def test_a_mail_without_text_is_an_error(reading, rest):
    assert [kind for _, kind in reading(HEAD + rest).kinds] == ["empty"]


PARTS = b"""MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="x"

--x
Content-Type: text/plain

The road is shut.

"""
BASE64 = b"Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\nVGhlIHJvYWQgaXMgc2h1dC4"


@pytest.mark.parametrize(
    "data",
    [
        HEAD[:-30],
        HEAD + PARTS[:80],
        HEAD + PARTS[:-30],
        HEAD + PARTS,
        HEAD + PARTS + b"--",
        HEAD + BASE64,
        HEAD + BASE64[:-2],
        HEAD + PLAIN + b"utf-8\n" + QUOTED + b"The road =E2=80=9",
        HEAD + PLAIN + b"utf-8\n" + QUOTED + b"The road is =",
    ],
)
def test_a_mail_that_is_cut_off_before_its_text_ends_is_an_error(reading, data):
    (error,) = reading(data, "a.eml", format="mail").outcomes
    assert (error.source, error.kind) == ("a.eml", "mail")
    assert error.message.startswith("is cut off in its ")


@pytest.mark.parametrize("rest", [b"--x\n", b"--x\nContent-Type: image/gif\n\nGIF89"])
def test_a_mail_that_is_cut_off_behind_its_text_is_read_and_that_is_said(reading, rest):
    read = reading(HEAD + PARTS + rest)
    assert [each.text for each in read.outcomes] == ["Road\n\nThe road is shut."]
    assert dict(read.asides.remarks) == {CUT: 1}


def test_a_mail_that_ends_well_is_not_taken_for_cut_off(reading):
    for rest in (PARTS + b"--x--", PARTS + b"--x--\n\nOn a list.\n", BASE64 + b"=\n"):
        read = reading(HEAD + rest)
        assert [each.text for each in read.outcomes] == ["Road\n\nThe road is shut."]
        assert not read.asides.remarks


@pytest.mark.parametrize(
    "head",
    [
        b"From: P " + b"(" * 3000 + b" <p@g.example>\n\n",
        b"From: p@g.example\nContent-Type: text/plain " + b"(" * 3000 + b"\n\n",
        b"From: p@g.example\n" + b"Content-Type: message/rfc822\n\n" * 3000,
    ],
)
def test_a_mail_that_is_nested_too_deep_is_an_error(reading, head):
    (error,) = reading(head + b"The road is shut.\n", "a.eml", format="mail").outcomes
    assert (error.kind, error.message) == ("mail", "is nested too deep")

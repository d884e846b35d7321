"""Mailboxes: one mail after the other, and what of them is broken."""

from tests.read.formats.samples import WORDS, mailbox

HEAD = b"From: press@roads.example\nTo: x@y.example\nSubject: Road\nDate: 14 Mar 2031 09:30\n\n"
BEGIN = b"From press@roads.example Fri Mar 14 09:30:00 2031\n"


def test_each_mail_is_an_article_with_its_number(reading):
    read = reading(mailbox(2))
    assert [each.source for each in read.articles] == ["file:1", "file:2"]
    assert all(each.text.endswith("\n\n".join(WORDS)) for each in read.articles)


def test_what_looks_like_the_next_mail_is_none(reading):
    words = b"From Karsk to Skerra the road is shut.\n\nFrom Friday on it is open.\n"
    quoted = b">From noon at 12:00 on nobody came.\n"
    first, second = reading(
        BEGIN + HEAD + words + quoted + b"\n" + BEGIN + HEAD + b"It is."
    ).articles
    assert first.text.endswith("From noon at 12:00 on nobody came.")
    assert "From Friday on it is open." in first.text
    assert second.text == "Road\n\nIt is."


def test_a_mail_that_cannot_be_read_stops_no_other(reading):
    long = BEGIN + HEAD + b"Words and words.\n" * 200
    read = reading(BEGIN + HEAD + b"\n" + long + b"\n" + BEGIN + HEAD + b"It is.", max_bytes=1000)
    assert read.kinds == [("file:1", "empty"), ("file:2", "size"), ("file:3", "article")]


def test_a_mail_that_is_cut_off_in_a_mailbox_stops_no_other(reading):
    cut = HEAD[:-1] + b'Content-Type: multipart/mixed; boundary="x"\n\n--x\n\nIt is a'
    read = reading(BEGIN + cut + b"\n\n" + BEGIN + HEAD + b"It is.")
    assert read.kinds == [("file:1", "mail"), ("file:2", "article")]

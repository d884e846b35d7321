"""Mail, by a server on this machine that takes it or does not."""

import pytest

from sayso.errors import DeliveryError
from sayso.watch.telling.mail import Mail, Server

from .alerts import delivery
from .post import PostOffice, post_office

KEPT = "kept apart"
TO = ("desk@news.example", "night@news.example")


@pytest.fixture
def office():
    with post_office() as its:
        yield its


def mail(office: PostOffice, **server: str) -> Mail:
    return Mail(TO, "sayso@news.example", Server("127.0.0.1", office.port, **server), 30)


def test_a_mail_of_all_that_a_round_brings(office):
    mail(office).deliver([delivery(1), delivery(2)])
    (one,) = office.mails
    assert one["Subject"].startswith("sayso: “We stay” is denied for the first time: Ada: “No, 1”")
    assert one["Subject"].endswith(" and 1 other alert")
    assert (one["From"], one["To"]) == ("sayso@news.example", ", ".join(TO))
    assert "“No, 2”" in one.get_content()
    assert one["Bcc"] is None
    assert len(office.to) == 2


def test_the_same_alerts_have_the_same_id(office):
    for some in ([1], [1], [1, 2]):
        mail(office).deliver([delivery(number) for number in some])
    first, same, other = (each["Message-ID"] for each in office.mails)
    assert first == same != other
    assert first.endswith("@news.example>")


@pytest.mark.parametrize("verb", ["MAIL", "RCPT", "DATA"])
def test_a_server_that_refuses_it(office, verb):
    office.refuses[verb] = "451 try again later"
    with pytest.raises(DeliveryError, match=rf"smtp://127\.0\.0\.1:{office.port}: "):
        mail(office).deliver([delivery()])
    office.refuses.clear()
    mail(office).deliver([delivery(tries=1)])
    assert len(office.mails) == 1


def test_a_password_is_sent_to_nobody_in_the_clear(office):
    with pytest.raises(DeliveryError, match="offers no encryption, so no password is sent"):
        mail(office, user="ada", password=KEPT).deliver([delivery()])
    assert "AUTH" not in office.commands


def test_no_server():
    server = Server("127.0.0.1", 1)
    with pytest.raises(DeliveryError, match="Connection refused"):
        Mail(TO, "sayso@news.example", server, 5).deliver([delivery()])

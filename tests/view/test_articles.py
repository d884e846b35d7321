"""The facts about an article, and where else its text was seen."""

import pytest

from sayso.records import Article, Moment, Sighting
from sayso.view.articles import article_view, host

DAY = Moment("2031-03-14", "2031-03-14", "day")
TALKS = Article(
    "Text.",
    "talks.txt",
    title="Ready\n for\u202e talks",
    published=DAY,
    publisher="Northwire",
    byline=("Mira Tolland",),
    url="https://northwire.example/talks",
)


def test_facts_stand_on_one_line_each() -> None:
    view = article_view(TALKS)
    assert view.title == "Ready for⇄ talks"
    assert view.published_on == "2031-03-14"
    assert view.sighting.words == (
        "Northwire · 14 March 2031 · Mira Tolland · https://northwire.example/talks"
    )
    assert view.sighting.host == "northwire.example"
    assert view.elsewhere == ()


def test_other_sightings_are_told_once_and_its_own_is_none_of_them() -> None:
    courier = Sighting("courier.html", "Sarnholt Courier", published=DAY)
    again = Sighting("courier.html", "Sarnholt Courier", published=DAY, read_at="2031-04-01T09:00Z")
    view = article_view(TALKS, [TALKS.sighting, courier, again])
    assert [other.words for other in view.elsewhere] == [
        "Sarnholt Courier · 14 March 2031 · courier.html"
    ]


@pytest.mark.parametrize(
    ("url", "named"),
    [
        ("https://northwire.example/a?b=1&c=2", "northwire.example"),
        ("HTTPS://northwire.example/", "northwire.example"),
        ("javascript:alert(1)", ""),
        ("java\nscript:alert(1)", ""),
        ("https://", ""),
        ("https://[bad", ""),
        ("https://a.example/ b", ""),
        ("https://a.example/\u202e", ""),
        ("//a.example/", ""),
    ],
)
def test_only_addresses_of_the_web_have_a_host(url: str, named: str) -> None:
    assert host(url) == named


@pytest.mark.parametrize(
    ("lang", "named"), [("en", "en"), ("pt-BR", "pt-BR"), ('en" onclick="x', ""), ("", "")]
)
def test_only_a_language_tag_is_a_language(lang: str, named: str) -> None:
    assert article_view(Article("Text.", "a", lang=lang)).lang == named


def test_another_headline_is_told_and_the_same_is_not() -> None:
    courier = Sighting("courier.html", "Sarnholt Courier", title="The dam\nholds")
    monitor = Sighting("monitor.html", "Velmark Monitor", title=TALKS.title)
    unknown = Sighting("review.html", "Corvane Review")
    view = article_view(TALKS, [TALKS.sighting, courier, monitor, unknown])
    assert [other.headline for other in view.elsewhere] == ["“The dam holds”", "", ""]
    assert view.elsewhere[0].words == "Sarnholt Courier · “The dam holds” · courier.html"

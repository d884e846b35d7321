"""Who is named by an office alone."""

import pytest

from sayso.link.entities.groups import groups
from sayso.link.entities.holders import office_keys, titled, with_holders
from sayso.link.room import sought
from tests.link.entities.making import card, setting


def joined(*cards) -> bool:
    return any(
        {"person", "unnamed"} == {c.type for c in group.cards}
        for group in with_holders(groups(cards))
    )


def named(date: str, name: str = "Dovan Petrak"):
    return card(name, "French President", at=setting(f"{name} {date}", date=date))


def office(date: str, words: str = "the French president"):
    return card(words, words, at=setting("x", date=date), type="unnamed")


@pytest.mark.parametrize("date", ["2031-03-20", "2031-01-20"])
def test_an_office_alone_joins_whom_articles_of_that_time_show_in_it(date: str):
    assert joined(named("2031-03-14"), office(date))
    assert {sought(key) for key in office_keys(named("2031-03-14"))} & office_keys(office(date))


def test_holders_of_an_office_are_not_brought_together_by_it():
    assert not office_keys(named("2031-03-14")) & office_keys(office("2031-03-14"))
    seek = {sought(key) for key in office_keys(office("2031-03-14"))}
    assert seek & office_keys(named("2031-03-14"))
    assert not {sought(k) for k in office_keys(named("2031-03-14"))} & office_keys(
        named("2031-03-14")
    )


def test_an_office_alone_stays_alone_where_the_record_does_not_tell():
    assert not joined(named("2031-03-14"), office("2034-03-20"))
    assert not joined(named("2031-03-14"), named("2031-03-10", "Mira Tolan"), office("2031-03-12"))
    assert not joined(named("2031-03-14"), office("2031-03-14", "the deputy French president"))
    assert not joined(named("2031-03-14"), office("2031-03-14", "a former French president"))


@pytest.mark.parametrize("words", ["the president", "a senior official", "French officials"])
def test_words_that_do_not_tell_which_office_name_nobody(words: str):
    assert titled(office("2031-03-14", words)) is None

"""Any text comes back exactly as it was put in."""

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy.dialects.sqlite import dialect

from sayso.records import Article, Moment
from sayso.store import Store
from sayso.store.dialect import open_engine, reading
from sayso.store.verbatim import Verbatim, VerbatimJson

from .samples import MODEL, plain

ODD = st.sampled_from(["\x00", "\ud83d", "\ude00", "\ufdd0", "\\", "\\u0000", "\\\\u0000", '"'])
TEXTS = st.lists(ODD | st.characters(exclude_categories=())).map("".join)


@given(TEXTS)
@example("\ud83d\ude00")
@example("\ufdd0\\u0000")
@example("\x00\\u0000")
@example("\ufdd0")
@example("")
def test_any_text_is_storable_and_comes_back(text: str) -> None:
    stored = Verbatim().process_bind_param(text, dialect())
    assert stored is not None
    assert "\x00" not in stored
    stored.encode("utf-8")
    assert Verbatim().process_result_value(stored, dialect()) == text


@given(st.lists(TEXTS, max_size=4))
def test_any_list_is_storable_and_comes_back(texts: list[str]) -> None:
    column = VerbatimJson()
    stored = column.process_bind_param(texts, dialect())
    assert column.process_result_value(stored, dialect()) == texts


@pytest.mark.parametrize("text", ["Karsk", "Übergang “zu” Karsk 🙂", "a\\u0000b", "tab\tline\n"])
def test_ordinary_text_is_stored_as_it_is(text: str) -> None:
    assert Verbatim().process_bind_param(text, dialect()) == text


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(TEXTS, TEXTS, TEXTS, st.lists(TEXTS, max_size=2))
def test_odd_articles_come_back_from_the_record(
    store: Store, text: str, name: str, title: str, byline: list[str]
) -> None:
    article = Article(
        text=text + "\n" + name + title + "".join(byline),  # a record holds a text only once
        source=name,
        given_id=name,
        title=title,
        published=Moment(title, title, "DAY"),  # a grain is one word
        publisher=name,
        byline=tuple(byline),
        url=title,
    )
    stored = plain(article)
    if store.known([article.id], MODEL):
        return
    store.write([stored])
    assert store.record(article.id) == stored


def test_odd_names_can_be_asked_for(store: Store) -> None:
    article = Article(text="Odd.", source="caf\udce9.txt", given_id="\x001", publisher="\ud800")
    store.write([plain(article)])
    assert store.article("caf\udce9.txt") == article
    assert store.article("\x001") == article
    assert [row.id for row in store.articles(publisher="\ud800")] == [article.id]


def test_other_programs_read_ordinary_text(store: Store, address: str) -> None:
    store.write([plain(Article(text="Karsk “holds”.", source="a"))])
    engine = open_engine(address)
    with reading(engine) as connection:
        rows = connection.exec_driver_sql("SELECT text FROM articles").all()
    engine.dispose()
    assert [tuple(row) for row in rows] == [("Karsk “holds”.",)]

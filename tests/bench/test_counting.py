"""Tables that count: they behave as before, and know what of them was never met."""

import re
import sys
from dataclasses import dataclass
from functools import cache, cached_property
from types import SimpleNamespace

import pytest

from bench.counting import Tables, fresh, pieces


@dataclass(frozen=True)
class Rule:
    """A value that holds a pattern."""

    pattern: re.Pattern[str]
    act: str


class Seats:
    """A held resource with a table."""

    @cached_property
    def names(self):
        """Return names with countries."""
        return {"citadel": "OS", "tea house": "VM"}


def counted(value):
    """Return a value that counts, and its table."""
    tables = Tables()
    made = tables.counted(value, "it")
    return made, tables.counting[0]


def test_words():
    made, table = counted(frozenset({"said", "told", "added"}))
    assert "said" in made
    assert "rained" not in made
    assert made & {"told", "left"} == {"told"}
    assert (table.entries, table.asked, table.met) == (3, 3, 2)
    assert table.unmet == {"added"}
    assert made == {"said", "told", "added"}


def test_a_table_of_words():
    made, table = counted({"one": 1, "two": 2, "three": 3})
    assert made["one"] == 1
    assert made.get("two") == 2
    assert made.get("four", 4) == 4
    with pytest.raises(KeyError):
        made["five"]
    assert (table.asked, table.met, table.unmet) == (3, 2, {"three"})


def test_a_pattern():
    made, table = counted(re.compile(r"\b(?:said|told) (?P<who>reporters|parliament)\b"))
    assert made.search("She told parliament.")["who"] == "parliament"
    assert made.search("It rained.") is None
    assert made.sub("x", "told reporters, told parliament") == "x, x"
    assert made.pattern.startswith(r"\b")
    assert (table.asked, table.met, table.unmet) == (4, 3, {"said"})


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"\b(?:said|told) (?:the|an?) press", {"said", "told", "the", "an", "press"}),
        (r"(?P<when>last week)(?! of)", {"last week"}),
        (r"(?<=[a-z])n't\s+know(?:n|ing)?", {"n't", "know", "ing"}),
        (r"[abc]{2,3}\d+", set()),
    ],
)
def test_the_words_of_a_pattern(pattern, words):
    assert pieces(pattern) == words


def test_what_holds_tables_counts_too():
    tables = Tables()
    rule, other = tables.counted((Rule(re.compile("said"), "asserts"), "plain"), "rules")
    assert other == "plain"
    assert rule.act == "asserts"
    assert rule.pattern.match("said")
    assert [(t.name, t.met) for t in tables.counting] == [("rules[0].pattern", 1)]


def test_cached_functions_return_tables_that_count():
    @cache
    def listed(name):
        return frozenset({name, "else"})

    tables = Tables()
    made = tables.counted(listed, "listed")
    assert "a" in made("a")
    assert "a" in made("a")
    assert [(t.name, t.met, t.unmet) for t in tables.counting] == [("listed(a)", 2, {"else"})]


def test_what_an_object_makes_when_asked_counts():
    tables, seats = Tables(), Seats()
    tables.held(seats)
    assert seats.names["citadel"] == "OS"
    assert [(t.name, t.unmet) for t in tables.counting] == [("Seats.names", {"tea house"})]


def test_answers():
    tables = Tables()
    first = tables.answered(lambda words: words.split()[0], "first", ["a", "b"], str)
    assert first("a b") == "a"
    assert tables.counting[0].unmet == {"b"}


def test_one_value_under_two_names_is_one_table():
    tables, words = Tables(), frozenset({"said"})
    assert tables.counted(words, "one") is tables.counted(words, "two")
    assert [t.name for t in tables.counting] == ["one"]


@pytest.mark.parametrize("value", [1, "said", frozenset({1}), {1: "a"}, ("a", 1), None])
def test_what_holds_no_words_is_left_alone(value):
    tables = Tables()
    assert tables.counted(value, "it") is value
    assert tables.counting == []


def reading(**files):
    """Return tables that know lists, and the module that reads these."""
    tables = Tables()
    module = SimpleNamespace(
        listed=lambda file, of: frozenset(files[f"{file}_{of}"].split()),
        lists=lambda _, of: {key: frozenset(words.split()) for key, words in files[of].items()},
        either=lambda words: "(?:" + "|".join(sorted(words)) + ")",
    )
    tables.reading(module)
    return tables, module


def unmet(tables):
    return {table.name: sorted(table.unmet) for table in tables.counting if table.kind == "list"}


def test_entries_of_lists_count_singly_in_a_set_that_is_made_of_several():
    tables, module = reading(it_sons="son boy", it_daughters="daughter girl")
    children = module.listed("it", "sons") | module.listed("it", "daughters") | {"child"}
    counting = tables.counted(children, "children")
    assert "boy" in counting
    assert counting & {"girl", "man"} == {"girl"}
    assert "child" in counting
    assert unmet(tables) == {"it:sons": ["son"], "it:daughters": ["daughter"]}


def test_entries_of_lists_count_singly_in_a_pattern_that_is_made_of_them():
    tables, module = reading(it_sons="son heir", it_kin="aunt uncle")
    kin = module.either(module.listed("it", "kin"))
    sons = module.either(module.listed("it", "sons"))
    pattern = tables.counted(re.compile(rf"his {sons}|(?<=the ){kin}s?\b"), "relatives")
    assert pattern.search("His reason was his heir.")
    assert pattern.search("the aunts came")
    assert unmet(tables) == {"it:sons": ["son"], "it:kin": ["uncle"]}


def test_a_word_within_another_is_no_entry_of_a_list():
    tables, module = reading(it_sons="son heir")
    sons = module.either(module.listed("it", "sons"))
    assert tables.counted(re.compile(rf"\w+ {sons}"), "sons").search("a reason heir")
    assert unmet(tables) == {"it:sons": ["son"]}


def test_lists_of_a_table_have_names_of_their_own():
    tables, module = reading(alike={"ruler": "king queen", "child": "boy"})
    words = {
        word: noun for noun, several in module.lists("it", "alike").items() for word in several
    }
    assert tables.counted(words, "alike")["queen"] == "ruler"
    assert unmet(tables) == {"it:alike.ruler": ["king"], "it:alike.child": ["boy"]}


def test_a_package_is_imported_anew_and_is_afterwards_as_it_was():
    import sayso.english.lemmas as before

    with fresh("sayso.english"):
        import sayso.english.lemmas as within

        assert within is not before
        assert within.forms("said") == before.forms("said")
    assert sys.modules["sayso.english.lemmas"] is before
    assert sys.modules["sayso"].english.lemmas is before

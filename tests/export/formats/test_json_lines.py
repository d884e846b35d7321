"""JSON Lines: the form of the contract, and all that makes the same record again."""

import json
from dataclasses import replace

import pytest

from sayso.errors import DamageError


def test_a_line_is_what_show_prints_and_more(written, articles):
    for article in articles:
        line = json.loads(written("jsonl", article))
        shown = json.loads(json.dumps(article.record.to_json(article.sightings)))
        assert {name: line[name] for name in shown} == shown
        assert set(line) - set(shown) <= {"reading", "judgements", "concluded"}


def test_what_people_corrected_comes_with_what_rules_concluded(written, articles):
    corrected = [article for article in articles if article.judgements]
    assert corrected
    for article in corrected:
        line = json.loads(written("jsonl", article))
        assert [each["by"] for each in line["judgements"]] == ["mira"] * len(article.judgements)
        assert line["concluded"]["statements"] != line["statements"]


def test_a_part_says_how_much_is_left_out(written, articles):
    article = next(each for each in articles if len(each.chosen) > 2)
    line = json.loads(written("jsonl", replace(article, chosen=article.chosen[:1])))
    assert len(line["statements"]) == 1
    assert line["left_out"] == len(article.chosen) - 1
    assert "concluded" not in line


def test_a_number_that_is_none_is_damage(written, hostile):
    with pytest.raises(DamageError, match="the article sha256:"):
        written("jsonl", hostile)

"""A claim in words: wordings, denials, rivals."""

from dataclasses import replace

from sayso.view.across.claims import claim_view, denied, needed, origin_count, summary, wordings

from .making import answer, claim, known, said

KNOWN = known(
    said(1, "The dam holds"),
    said(2, "“the dam holds,”", outlet="Courier"),
    said(3, "the old dam holds for now", who="Doran Hesk", outlet="Banner"),
    said(4, "that it holds", who="Ana Ruel", act="denies"),
    said(5, "“That it holds”", who="Ana Ruel", outlet="Courier", act="denies"),
    said(6, "the dam has 23 cracks", who="Oda Lim"),
)
CLAIM = claim(
    *("st_1", "st_2", "st_3"),
    answers=(answer("st_4", score=0.5), answer("st_5"), answer("st_6", "conflicts")),
)


def test_the_same_words_are_one_wording() -> None:
    view = claim_view(CLAIM, KNOWN)
    assert [each.outlets for each in view.wordings] == [("Northwire", "Courier"), ("Banner",)]
    assert [words for words, same in view.wordings[1].pieces if not same] == ["old", "for now"]
    assert all(same for _, same in view.wordings[0].pieces)


def test_a_wording_is_parted_from_another_and_from_nothing_where_it_is_the_only_one() -> None:
    view = claim_view(CLAIM, KNOWN)
    assert [view.other_than(each) for each in (*view.wordings, *view.against)] == [
        "st_3", "st_1", "st_1"
    ]  # fmt: skip
    (only,) = (alone := claim_view(claim("st_1", "st_2"), KNOWN)).wordings
    assert alone.other_than(only) == ""


def test_answers_of_the_same_words_are_one_with_the_surest_reason() -> None:
    view = claim_view(CLAIM, KNOWN)
    (denial,) = view.against
    assert (denial.verb, denial.score, denial.articles) == ("denied it", "80%", 2)
    assert [each.verb for each in view.rivals] == ["said otherwise"]
    assert view.support == ()


def test_a_summary_counts_what_there_is() -> None:
    words = "3 articles, 3 outlets, origins unknown, denied 2 times, 1 rival claim"
    assert summary(CLAIM) == words
    assert summary(claim("st_1")) == "1 article, 1 outlet"
    assert denied(1) == "denied once"
    assert origin_count(replace(CLAIM, independent=2)) == "2 independent origins"


def test_all_statements_that_are_shown_are_asked_for() -> None:
    assert needed([CLAIM]) == [f"st_{n}" for n in range(1, 7)]
    assert claim_view(CLAIM, {}).wordings == ()


def test_what_is_hardly_likely_stands_apart_and_is_not_counted() -> None:
    doubtful = claim("st_1", answers=(answer("st_4", score=0.44), answer("st_5", score=0.45)))
    view = claim_view(doubtful, KNOWN)
    assert [position.tellings[0].id for position in view.against] == ["st_5"]
    assert [position.tellings[0].id for position in view.perhaps] == ["st_4"]
    assert "denied once" in view.summary


def test_words_that_read_as_what_their_speaker_denies_have_the_verb() -> None:
    its = known(said(1, "that any soldier died"), said(2, "that any soldier died", act="denies"))
    first, second = wordings([*its.values()])
    assert (first.verb, second.verb) == ("", "denies")
    assert [len(each.tellings) for each in (first, second)] == [1, 1]

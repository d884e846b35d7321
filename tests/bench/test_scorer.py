"""Every definition of the scorer, on examples small enough to count by hand."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.scorer import (
    FORMS,
    MEASURES,
    Calibration,
    Scored,
    Scores,
    Tally,
    Words,
    kind_of,
    match,
    score,
)
from corpora.documents import Document, Labelled
from sayso.records import KINDS, Span, Spans

TEXT = (
    "Mira Tolan said that Karsk will vote in May. “We will not leave Karsk,” he added. "
    "Officials in Ostrania denied it. The officials gave no reason."
)


def at(*phrases: str, text: str = TEXT) -> Spans:
    """Return where each phrase first stands in the text."""
    return tuple(Span(text.index(p), text.index(p) + len(p)) for p in phrases)


def labelled(source: str, cue: str, *content: str) -> Labelled:
    return Labelled(at(source) if source else (), at(cue) if cue else (), at(*content))


VOTE = labelled("Mira Tolan", "said", "that Karsk will vote in May")
LEAVE = labelled("he", "added", "“We will not leave Karsk,”")
DENIED = labelled("Officials in Ostrania", "denied", "it")
GOLD = Document("tolan", TEXT, (VOTE, LEAVE, DENIED))


def scores_of(*predicted: Labelled, gold: Document = GOLD) -> Scores:
    return score([gold], [[Scored(p) for p in predicted]])


def counts(tally: Tally) -> tuple[int, int, int, int]:
    return tally.gold, tally.predicted, tally.gold_right, tally.predicted_right


@pytest.mark.parametrize(
    ("span", "pieces"),
    [
        ((0, 4), ((0, 0),)),  # "Mira"
        ((0, 10), ((0, 1),)),  # "Mira Tolan"
        ((2, 6), ((0, 1),)),  # "ra T": both words are touched
        ((4, 10), ((1, 1),)),  # " Tolan": the space does not count
        ((10, 11), ()),  # a space alone vanishes
        ((3, 3), ()),  # so does nothing at all, inside a word too
        ((10, 13), ((2, 2),)),  # " so"
    ],
)
def test_a_span_becomes_the_first_and_last_word_it_touches(span, pieces):
    assert Words(TEXT).pieces((Span(*span),)) == pieces


def test_spans_are_sorted_and_counted_once_but_neighbours_are_not_joined():
    spans = (Span(5, 10), Span(0, 4), Span(0, 5))
    assert Words(TEXT).pieces(spans) == ((0, 0), (1, 1))


def test_marks_and_spaces_at_the_edges_do_not_count():
    bare = labelled("he", "added", "We will not leave Karsk")
    assert scores_of(VOTE, bare, DENIED).overall["content"].f1 == 1.0


def test_span_f1_wants_both_ends():
    off = labelled("Mira Tolan", "said", "Karsk will vote in May")  # "that" is missing
    tally = scores_of(off, LEAVE).overall["content"]
    assert counts(tally) == (3, 2, 1, 1)
    assert (tally.precision, tally.recall) == (1 / 2, 1 / 3)
    assert tally.f1 == pytest.approx(2 / 5)


def test_a_piece_that_two_statements_share_counts_once():
    gold = Document("two", TEXT, (VOTE, labelled("Mira Tolan", "said", "We will not leave Karsk")))
    overall = scores_of(VOTE, gold=gold).overall
    assert counts(overall["source"]) == (1, 1, 1, 1)
    assert counts(overall["statement"]) == (2, 1, 1, 1)


def test_each_piece_of_a_broken_content_counts():
    broken = labelled("Mira Tolan", "said", "that Karsk will", "in May")
    gold = Document("broken", TEXT, (broken,))
    half = labelled("Mira Tolan", "said", "that Karsk will", "vote in May")
    assert counts(scores_of(half, gold=gold).overall["content"]) == (2, 2, 1, 1)


@pytest.mark.parametrize(
    ("content", "fits"),
    [
        ("that Karsk will", True),  # 3 words shared of 6: exactly half
        ("that Karsk", False),  # 2 of 6
        ("Tolan said that Karsk will vote", True),  # 4 of 8
        ("Mira Tolan said that Karsk will", False),  # 3 of 9
    ],
)
def test_contents_fit_from_half_overlap_on(content, fits):
    gold = Document("one", TEXT, (VOTE,))
    overall = scores_of(labelled("Mira Tolan", "said", content), gold=gold).overall
    assert counts(overall["content_half"]) == (1, 1, fits, fits)
    assert counts(overall["statement"]) == (1, 1, fits, fits)


def test_overlap_is_of_whole_contents():
    whole = labelled("Mira Tolan", "said", "that Karsk will vote in May", "We will not leave Karsk")
    gold = Document("one", TEXT, (whole,))
    overall = scores_of(LEAVE, gold=gold).overall  # 5 words of 11
    assert counts(overall["content_half"]) == (1, 1, 0, 0)


@pytest.mark.parametrize(
    ("wanted", "got", "right"),
    [
        ("Officials in Ostrania", "Officials in Ostrania", True),
        ("Officials in Ostrania", "Officials in", True),  # 2 of 3
        ("Officials in Ostrania", "Officials", False),  # 1 of 3
        ("Officials in", "Officials", True),  # 1 of 2: exactly half
        ("Officials in Ostrania", "Mira Tolan", False),
        ("Officials in Ostrania", "", False),
        ("", "Officials in Ostrania", False),
        ("", "", True),  # neither has a source
    ],
)
def test_a_statement_is_right_when_its_source_fits_too(wanted, got, right):
    gold = Document("one", TEXT, (labelled(wanted, "denied", "it"),))
    overall = scores_of(labelled(got, "denied", "it"), gold=gold).overall
    assert counts(overall["content_half"]) == (1, 1, 1, 1)
    assert counts(overall["statement"]) == (1, 1, right, right)


def test_pairs_are_one_to_one():
    overall = scores_of(VOTE, VOTE, VOTE).overall
    assert counts(overall["statement"]) == (3, 3, 1, 1)


def test_the_largest_overlap_is_paired_first():
    # "Karsk will vote in" fits both: 4 of 6 words of the first, all of the second.
    inner = labelled("Mira Tolan", "said", "Karsk will vote in")
    gold = Document("nested", TEXT, (VOTE, inner))
    matched = match(gold, [Scored(inner)])
    assert [matched.gold[p.gold].content for p in matched.pairs] == [((4, 7),)]


def test_of_equal_overlaps_the_pair_with_the_better_source_is_made():
    tolan, officials = labelled("Mira Tolan", "said", "it"), DENIED
    gold = Document("same", TEXT, (tolan, officials))
    for statement in (tolan, officials):
        assert counts(scores_of(statement, gold=gold).overall["statement"]) == (2, 1, 1, 1)


def test_of_equal_pairs_the_first_in_the_text_is_made():
    text = "Jon Petrak said no no no no."
    words = [Span(n, n + 2) for n in range(16, 28, 3)]
    first, second = (Labelled((), (), tuple(part)) for part in (words[:2], words[2:]))
    middle = Labelled((), (), tuple(words))  # half of either
    matched = match(Document("no", text, (second, first)), [Scored(middle)])
    assert [matched.gold[p.gold].scored.labelled for p in matched.pairs] == [first]


def test_tokens_are_the_union_over_statements():
    longer = labelled("Mira Tolan", "said", "vote in May. “We will")  # vote in May We will
    inside = labelled("he", "added", "May")  # adds no word
    # Gold: 6 + 5 + 1 words; predicted 5, of which all are gold.
    assert counts(scores_of(longer, inside).overall["token"]) == (12, 5, 5, 5)


def test_statements_without_a_word_of_content_vanish():
    empty = Labelled(at("he"), at("added"), at("“"))
    assert counts(scores_of(empty).overall["statement"]) == (3, 0, 0, 0)
    assert counts(scores_of(empty).overall["source"]) == (3, 0, 0, 0)
    gold = Document("empty", TEXT, (empty,))
    assert counts(scores_of(gold=gold).overall["statement"]) == (0, 0, 0, 0)


def test_counts_are_summed_over_documents_before_dividing():
    one = Document("one", TEXT, (DENIED,))
    overall = score([GOLD, one], [[], [Scored(DENIED)]]).overall["statement"]
    assert counts(overall) == (4, 1, 1, 1)
    assert overall.recall == 1 / 4


def test_documents_and_predictions_must_be_as_many():
    with pytest.raises(ValueError, match="shorter"):
        score([GOLD, GOLD], [[]])


@pytest.mark.parametrize(
    ("tally", "precision", "recall", "f1"),
    [
        (Tally(4, 2, 1, 1), 0.5, 0.25, 1 / 3),
        (Tally(0, 0, 0, 0), 1.0, 1.0, 1.0),
        (Tally(4, 0, 0, 0), 1.0, 0.0, 0.0),
        (Tally(0, 4, 0, 0), 0.0, 1.0, 0.0),
        (Tally(4, 4, 0, 0), 0.0, 0.0, 0.0),
    ],
)
def test_ratios(tally, precision, recall, f1):
    assert (tally.precision, tally.recall, tally.f1) == pytest.approx((precision, recall, f1))


@pytest.mark.parametrize(
    ("text", "content", "kind"),
    [
        ("“We stay,” Tolan said.", "“We stay,”", "direct"),
        ("“We stay,” Tolan said.", "We stay", "direct"),
        ('"We stay," Tolan said.', '"We stay,"', "direct"),
        ("``We stay,'' Tolan said.", "``We stay,''", "direct"),
        ("«We stay», Tolan said.", "«We stay»", "direct"),
        ("Tolan said Karsk would “stay calm”.", "Karsk would “stay calm”", "mixed"),
        ("Tolan said Karsk would stay.", "Karsk would stay", "indirect"),
        ("Tolan said Karsk's people don't vote.", "Karsk's people don't vote", "indirect"),
    ],
)
def test_kind_is_told_from_the_quotation_marks(text, content, kind):
    assert kind_of(text, at(content, text=text)) == kind


@pytest.mark.parametrize(
    ("text", "source", "form"),
    [
        (TEXT, "", "none"),
        (TEXT, "Mira Tolan", "name"),
        (TEXT, "he", "pronoun"),
        ("He said no.", "He", "pronoun"),
        ("Both of them said no.", "Both", "pronoun"),
        ("US said no.", "US", "name"),
        (TEXT, "Officials in Ostrania", "name"),  # for "Ostrania"
        (TEXT, "Officials", "nominal"),  # the text has "officials" too
        ("Tolan said no.", "Tolan", "name"),
        ("The minister said no.", "The minister", "nominal"),
        ("It rose, the minister said.", "the minister", "nominal"),
        ("It rose, the Velmark minister said.", "the Velmark minister", "name"),
        ("It fell.\n\n“Lies,” a guard said. “Guards lie.” Guards said.", "a guard", "nominal"),
        ("The council met. A guard of the Council said no.", "the Council", "name"),
        ("A guard, two guards. “Guards said no.", "Guards", "nominal"),
    ],
)
def test_form_of_the_source(text, source, form):
    words = Words(text)
    assert words.form(words.pieces(at(source, text=text) if source else ())) == form


def test_classes_count_recall_over_gold_and_precision_over_predicted():
    # The direct content is found, but reaches so far back that the prediction is mixed.
    mixed = labelled("he", "added", "in May. “We will not leave Karsk")  # 5 words of 7
    scores = scores_of(VOTE, mixed)
    assert counts(scores.kinds["direct"]["statement"]) == (1, 0, 1, 0)
    assert counts(scores.kinds["mixed"]["statement"]) == (0, 1, 0, 1)
    assert counts(scores.kinds["indirect"]["statement"]) == (2, 1, 1, 1)
    assert counts(scores.kinds["direct"]["content"]) == (1, 0, 0, 0)
    assert counts(scores.kinds["direct"]["token"]) == (5, 0, 5, 0)
    assert counts(scores.kinds["direct"]["source"]) == (1, 0, 1, 0)
    assert counts(scores.kinds["mixed"]["source"]) == (0, 1, 0, 1)
    assert counts(scores.forms["pronoun"]["statement"]) == (1, 1, 1, 1)
    assert counts(scores.forms["name"]["statement"]) == (2, 1, 1, 1)


# Highest first: right, wrong, right, right, wrong; five gold statements.
JUDGED = Calibration(((0.95, True), (0.9, False), (0.7, True), (0.7, True), (0.1, False)), 5)


def test_the_curve_has_one_point_a_score():
    points = [(p.threshold, p.precision, p.recall) for p in JUDGED.curve()]
    assert points == [
        (0.95, 1.0, 0.2),
        (0.9, 0.5, 0.2),
        (0.7, 0.75, 0.6),
        (0.1, 0.6, 0.6),
    ]


@pytest.mark.parametrize(
    ("precision", "recall"), [(1.0, 0.2), (0.85, 0.2), (0.75, 0.6), (0.6, 0.6), (0.0, 0.6)]
)
def test_recall_at_precision(precision, recall):
    assert JUDGED.recall_at_precision(precision) == recall


def test_recall_at_a_precision_never_reached_is_nought():
    assert Calibration(((0.5, False),), 1).recall_at_precision(0.85) == 0.0
    assert Calibration((), 1).recall_at_precision(0.85) == 0.0


def test_the_best_threshold_has_the_highest_f1():
    best = JUDGED.best()
    assert best is not None
    assert (best.threshold, best.f1) == (0.7, pytest.approx(2 * 0.75 * 0.6 / 1.35))
    assert Calibration((), 1).best() is None
    sure = ((0.9, True), (0.5, False), (0.4, False), (0.3, False), (0.1, True))
    best = Calibration(sure, 2).best()  # f1 2/3 at 0.9, 4/7 at 0.1
    assert best is not None
    assert best.threshold == 0.9


def test_expected_calibration_error():
    # Bins: 0.1 (none right), 0.7 and 0.7 (both right), 0.95 and 0.9 (one right).
    expected = (1 * 0.1 + 2 * 0.3 + 2 * abs(0.925 - 0.5)) / 5
    assert JUDGED.error() == pytest.approx(expected)
    assert Calibration((), 1).error() == 0.0
    # A score of 1 is in the last bin, 0.75 and 0.65 in two.
    assert Calibration(((1.0, False), (0.9, True)), 1).error() == pytest.approx(0.45)
    assert Calibration(((0.75, False), (0.65, True)), 1).error() == pytest.approx(0.55)


def test_what_is_judged_are_statements_with_their_scores():
    calibration = score([GOLD], [[Scored(VOTE, 0.8), Scored(labelled("he", "added", "gave"), 0.3)]])
    assert sorted(calibration.calibration.judged) == [(0.3, False), (0.8, True)]
    assert calibration.calibration.gold == 3


def test_a_statement_inside_another_is_counted_by_itself():
    text = "Tolan said Ostrania had denied that the dam would be shut. Ostrania said no."
    outer = Labelled(
        at("Tolan", text=text),
        at("said", text=text),
        at("Ostrania had denied that the dam would be shut", text=text),
    )
    inner = Labelled(
        at("Ostrania", text=text),
        at("had denied", text=text),
        at("that the dam would be shut", text=text),
    )
    document = Document("dam", text, (outer, inner))
    inside = scores_of(outer, inner, gold=document).inside["statement"]
    assert counts(inside) == (1, 1, 1, 1)
    assert counts(scores_of(outer, gold=document).inside["statement"]) == (1, 0, 0, 0)
    assert counts(scores_of(inner, gold=document).inside["statement"]) == (1, 0, 1, 0)


def test_json_and_figures_and_table_say_the_same():
    scores = scores_of(VOTE, LEAVE)
    as_json = scores.to_json()
    assert as_json["measures"]["all"]["statement"] == {
        "precision": 1.0,
        "recall": 0.6667,
        "f1": 0.8,
        "gold": 3,
        "predicted": 2,
        "gold_right": 2,
        "predicted_right": 2,
    }
    figures = scores.figures()
    assert figures["statement_f1"] == pytest.approx(0.8)
    assert figures["source:pronoun/cue_recall"] == 1.0
    assert figures["recall_at_precision_85"] == pytest.approx(2 / 3)
    assert figures["expected_calibration_error"] == 0.0
    assert len(figures) == 2 + 3 * len(MEASURES) * (1 + len(KINDS) + len(FORMS) + 1)
    rows = [line.split() for line in scores.table().splitlines()]
    assert ["all", "statement", "1.000", "0.667", "0.800", "3", "2"] in rows
    assert ["mixed", "cue", "-", "-", "-", "0", "0"] in rows


WORDS = ("Mira", "Tolan", "said", "Officials", "officials", "he", "“", "”", '"', ".", "\n\n")


@st.composite
def documents(draw: st.DrawFn) -> Document:
    text = " ".join(draw(st.lists(st.sampled_from(WORDS), min_size=4, max_size=40)))
    return Document("any", text, tuple(draw(st.lists(statements(len(text)), max_size=6))))


def statements(length: int) -> st.SearchStrategy[Labelled]:
    offsets = st.integers(0, length)
    span = st.tuples(offsets, offsets).map(lambda pair: Span(*sorted(pair)))
    spans = st.lists(span, max_size=3).map(lambda drawn: tuple(sorted(drawn)))
    return st.builds(Labelled, spans, spans, spans)


@st.composite
def tasks(draw: st.DrawFn) -> tuple[Document, list[Scored]]:
    document = draw(documents())
    scores = st.floats(0, 1)
    return document, draw(
        st.lists(st.builds(Scored, statements(len(document.text)), scores), max_size=6)
    )


@given(documents())
@settings(deadline=None)
def test_gold_against_itself_is_perfect(document):
    scores = score([document], [[Scored(statement) for statement in document.statements]])
    assert all(tally.f1 == 1.0 for _, _, tally in scores.rows())
    assert scores.calibration.error() == 0.0


@given(tasks(), st.randoms())
@settings(deadline=None)
def test_order_does_not_matter(task: tuple[Document, list[Scored]], chance: random.Random):
    document, predicted = task
    gold, shuffled = list(document.statements), list(predicted)
    chance.shuffle(gold)
    chance.shuffle(shuffled)
    again = Document(document.id, document.text, tuple(gold))
    one, other = score([document], [predicted]), score([again], [shuffled])
    assert list(one.rows()) == list(other.rows())
    assert sorted(one.calibration.judged) == sorted(other.calibration.judged)


@given(tasks())
@settings(deadline=None)
def test_bounds(task):
    document, predicted = task
    scores = score([document], [predicted])
    assert all(0.0 <= figure <= 1.0 for figure in scores.figures().values())
    for _, _, tally in scores.rows():
        assert 0 <= tally.gold_right <= tally.gold
        assert 0 <= tally.predicted_right <= tally.predicted
    for tally in scores.overall.values():
        assert tally.gold_right == tally.predicted_right
    overall = scores.overall
    assert overall["statement"].gold_right <= overall["content_half"].gold_right
    kinds = [measured["statement"].gold for measured in scores.kinds.values()]
    assert sum(kinds) == overall["statement"].gold


@given(tasks())
@settings(deadline=None)
def test_swapping_gold_and_predicted_swaps_precision_and_recall(task):
    document, predicted = task
    swapped = Document("any", document.text, tuple(p.labelled for p in predicted))
    one = score([document], [predicted]).overall
    other = score([swapped], [[Scored(s) for s in document.statements]]).overall
    for measure in ("content", "source", "cue", "token"):
        assert (one[measure].precision, one[measure].recall) == (
            other[measure].recall,
            other[measure].precision,
        )

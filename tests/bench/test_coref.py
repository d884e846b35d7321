"""Coreference: the measures on the toy examples of their papers."""

import random
from itertools import permutations

import numpy as np
import pytest

from bench.tasks.coref import Ratio, b_cubed, best_pairs, ceaf_e, chains_of, figures, muc
from sayso.errors import ReadError
from sayso.records import Span

# One mention a letter, chains parted by spaces. Bagga and Baldwin 1998; Luo 2005 adds two answers.
TRUTH = "12345 67 89ABC"

EXAMPLES = [
    # Vilain et al. 1995
    (muc, "ABCD", "AB CD", 1, 2 / 3),
    (muc, "AB CD", "ABCD", 2 / 3, 1),
    (muc, "ABCD", "AB", 1, 1 / 3),
    (muc, "ABCD", "ABC", 1, 2 / 3),
    (muc, "ABC", "AC", 1, 1 / 2),
    (muc, "ABC DEG", "ABE", 1 / 2, 1 / 4),
    # Bagga and Baldwin 1998
    (muc, TRUTH, "12345 6789ABC", 9 / 10, 1),
    (muc, TRUTH, "1234589ABC 67", 9 / 10, 1),
    (b_cubed, TRUTH, "12345 6789ABC", 16 / 21, 1),
    (b_cubed, TRUTH, "1234589ABC 67", 7 / 12, 1),
    # Luo 2005
    (muc, TRUTH, "123456789ABC", 9 / 11, 1),
    (b_cubed, TRUTH, "123456789ABC", 0.375, 1),
    (b_cubed, TRUTH, "1 2 3 4 5 6 7 8 9 A B C", 1, 0.25),
    (ceaf_e, TRUTH, TRUTH, 1, 1),
    (ceaf_e, TRUTH, "12345 6789ABC", 11 / 12, 11 / 18),
    (ceaf_e, TRUTH, "1234589ABC 67", 5 / 6, 5 / 9),
    (ceaf_e, TRUTH, "123456789ABC", 10 / 17, 10 / 51),
    (ceaf_e, TRUTH, "1 2 3 4 5 6 7 8 9 A B C", 1 / 9, 4 / 9),
    # Pradhan et al. 2014, with mentions that only one side has
    (muc, "abc defg", "ab cd fghi", 2 / 5, 2 / 5),
    (b_cubed, "abc defg", "ab cd fghi", 1 / 2, 5 / 12),
    (ceaf_e, "abc defg", "ab cd fghi", 13 / 30, 13 / 20),
]

# The F1 of Luo's table for the four answers: MUC, B-cubed, entity-based CEAF, in per cent.
LUO = [
    ("12345 6789ABC", 94.7, 86.5, 73.3),
    ("1234589ABC 67", 94.7, 73.7, 66.7),
    ("123456789ABC", 90.0, 54.5, 29.4),
    ("1 2 3 4 5 6 7 8 9 A B C", 0.0, 40.0, 17.8),
]


def chains(letters):
    return [frozenset(Span(ord(c), ord(c) + 1) for c in chain) for chain in letters.split()]


@pytest.mark.parametrize(("measure", "gold", "answer", "precision", "recall"), EXAMPLES)
def test_the_examples_of_the_papers(measure, gold, answer, precision, recall):
    scored = measure(chains(gold), chains(answer))
    assert scored.hits / scored.predicted == pytest.approx(precision)
    assert scored.right / scored.gold == pytest.approx(recall)
    other = measure(chains(answer), chains(gold))
    assert other.f1() == pytest.approx(scored.f1())


@pytest.mark.parametrize(("answer", "muc_f1", "b_cubed_f1", "ceaf_f1"), LUO)
def test_luo_s_table(answer, muc_f1, b_cubed_f1, ceaf_f1):
    figures = [measure(chains(TRUTH), chains(answer)).f1() for measure in (muc, b_cubed, ceaf_e)]
    assert [round(100 * f1, 1) for f1 in figures] == [muc_f1, b_cubed_f1, ceaf_f1]


@pytest.mark.parametrize("measure", [muc, b_cubed, ceaf_e])
@pytest.mark.parametrize(("gold", "answer"), [("", ""), ("AB", ""), ("", "AB"), ("AB", "CD")])
def test_nothing_in_common_is_nothing(measure, gold, answer):
    assert measure(chains(gold), chains(answer)).f1() == 0


def test_sums_over_documents():
    one, two = muc(chains("AB"), chains("AB")), muc(chains("ABCD"), chains("AB CD"))
    assert one.plus(two) == Ratio(3, 3, 3, 4)
    assert one.plus(two).f1() == pytest.approx(2 * 1 * 0.75 / 1.75)


def test_the_best_pairs_are_the_best_of_all():
    rng = random.Random(1)
    for _ in range(200):
        rows, columns = rng.randint(1, 4), rng.randint(1, 5)
        values = [rng.choice([0, 0.5, rng.random()]) for _ in range(rows * columns)]
        gains = np.array(values).reshape(rows, columns)
        few, many = (gains, columns) if rows <= columns else (gains.T, rows)
        best = max(
            sum(few[i, j] for i, j in enumerate(chosen))
            for chosen in permutations(range(many), len(few))
        )
        assert best_pairs(gains) == pytest.approx(best)


def test_chains_have_two_mentions_or_more():
    a, b, c = Span(0, 1), Span(2, 3), Span(4, 5)
    pairs = [("x", a), ("y", b), ("x", c), ("z", b), ("z", b)]
    assert chains_of(pairs) == [frozenset({a, c})]


def test_an_absent_corpus_is_said_to_be_absent(tmp_path, monkeypatch):
    monkeypatch.setenv("SAYSO_DATA", str(tmp_path))
    with pytest.raises(ReadError, match="the corpus is not there"):
        figures("dev")

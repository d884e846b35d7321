"""The weights of antecedents: fitted to choices, and taught by labels of sources."""

import numpy as np
import pytest

from sayso.records import Span
from sayso.resolve import Resolver
from sayso.resolve.actors.antecedents import NAMES
from tests.notation import read
from train.antecedents import Example, Label, Taught, fit

WIDTH = len(NAMES)


def candidate(**numbers):
    return [numbers.get(name, 0.0) for name in NAMES]


def test_what_the_right_ones_have_gets_weight_and_what_others_have_loses_it():
    near, far = candidate(source=1.0, sentences=0.0), candidate(source=0.0, sentences=3.0)
    every = [Example(np.array([near, far]), 0), Example(np.array([far, near]), 1)] * 20
    weights, right = fit(every, {})
    assert right == 1.0
    assert weights[NAMES.index("source")] > 0 > weights[NAMES.index("sentences")]
    assert weights[NAMES.index("head")] == pytest.approx(0)


def test_nobody_has_a_weight_of_its_own():
    one = np.array([candidate(source=1.0)])
    often = [Example(one, -1)] * 9 + [Example(one, 0)]
    seldom = [Example(one, -1 - each.right) for each in often]
    assert fit(often, {})[0][-1] > 0 > fit(seldom, {})[0][-1]
    assert fit(often, {})[1] == fit(seldom, {})[1] == 0.9


def test_what_no_choice_tells_stays_as_it_is_expected():
    every = [Example(np.array([candidate(source=1.0), candidate()]), 0)] * 20
    weights, _ = fit(every, {"rank": -2.0, "source": 1.0})
    assert weights[NAMES.index("rank")] == pytest.approx(-2)
    assert weights[NAMES.index("source")] > 1


def test_what_counts_more_is_learnt():
    one = np.array([candidate(source=1.0)])
    every = [Example(one, 0), Example(one, -1, weight=5.0)]
    assert fit(every, {})[0][-1] > 0
    assert fit([each._replace(weight=1.0) for each in every], {})[0][-1] == pytest.approx(0)


def test_a_pronoun_whose_holder_is_not_known_teaches_to_name_nobody():
    article, annotation = read(
        "{S1:<p:Ana Ruel>} {C1:said} {T1:so}. It rained. {S2:<=:She>} {C2:said} {T2:yes}."
    )
    she = Span(article.text.index("She"), article.text.index("She") + 3)
    taught = Taught({she: Label(lambda cluster: cluster.many, anew=False)})
    Resolver(taught).who_is_who(article, annotation)
    ((kind, (numbers, right, _)),) = taught.examples
    assert (kind, len(numbers), right) == ("he", 1, -1)


def test_labels_teach_whom_a_source_stands_for():
    marked = (
        "{S1:<p:Ana Ruel>} {C1:said} {T1:so}. {S2:<p:Livia Corrant>} {C2:said} {T2:no}."
        " It rained. {S3:<=:She>} {C3:said} {T3:yes}."
    )
    article, annotation = read(marked)
    she = Span(article.text.index("She"), article.text.index("She") + 3)
    taught = Taught({she: Label(lambda cluster: cluster.name == "Ana Ruel", anew=False)})
    who = Resolver(taught).who_is_who(article, annotation)
    assert [speaking.clusters[0].name for speaking in who.speakers][2] == "Ana Ruel"
    ((kind, (numbers, right, _)),) = taught.examples
    assert kind == "he"
    assert numbers.shape == (2, WIDTH)
    names = [NAMES[n] for n in np.flatnonzero(numbers[right] != numbers[1 - right])]
    assert "spoke_last" in names

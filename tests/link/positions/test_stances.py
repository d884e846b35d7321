"""What one statement takes for a stance, on what, on which condition."""

import pytest

from sayso.link.positions.stances import Saying, taken


def saying(act, words, *, polarity="pos", condition="", own=(), **more):
    return Saying(
        "st_1", "sha256:a", "", "2031-03-14", act, polarity, words, condition, own, **more
    )


OWN = ("Ostrania", "Ilva Teren", "Ostranian foreign minister")


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        (saying("refuses", "any observers at the crossings", polarity="neg"), "refuses"),
        (saying("rejects", "the mediators' map", polarity="neg"), "refuses"),
        (saying("rejects", "the charge", polarity="neg"), ""),
        (saying("rejects", "this as shameless", polarity="neg"), ""),
        (saying("refuses", "it", polarity="neg"), ""),
        (saying("demands", "that nobody enter the harbour", polarity="neg"), "demands"),
        (saying("declines", "to comment on the harbour"), ""),
        (saying("asserts", "that Ostrania would accept observers", own=OWN), "accepts"),
        (saying("asserts", "that Velmark would accept observers", own=OWN), ""),
        (saying("asserts", "that Ostranian forces will not leave Karsk", own=OWN), "refuses"),
        (saying("asserts", "we cannot confirm the figures", polarity="neg"), ""),
        (saying("asserts", "he would not rule out talks", polarity="neg"), "accepts"),
        (saying("asserts", "nobody must forget the dam", polarity="neg"), ""),
        (saying("asserts", "Ostrania could pull back its guns if Velmark did", own=OWN), "accepts"),
        (saying("asserts", "the talks could fail if Velmark left", own=OWN), ""),
        (saying("promises", "we will never sign the treaty", polarity="neg"), "refuses"),
    ],
)
def test_stances(given, kind):
    its = taken(given)
    assert (its.kind if its else "") == kind


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        (saying("asserts", "Ostrania no longer insists on the map", own=OWN), "drops"),
        (saying("denies", "We no longer insist on the map", polarity="neg", own=OWN), "drops"),
        (saying("asserts", "Velmark no longer insists on the map", own=OWN), ""),
        (saying("asserts", "Velmark has dropped its demand for the map", own=OWN), ""),
        (saying("asserts", "We have not dropped our demand for the map", own=OWN, polarity="neg"),
         "demands"),
        (saying("demands", "that Velmark drop its demand for the map", own=OWN), "demands"),
        (saying("demands", "that we no longer require that they leave", own=OWN), "drops"),
        (saying("demands", "that Velmark pay", cue="dropped her demand"), "drops"),
        (saying("demands", "that Velmark pay", polarity="neg", cue="no longer demands"), "drops"),
        (saying("demands", "that Velmark pay", cue="has not dropped her demand"), "demands"),
        (saying("refuses", "her call for a map", polarity="neg", cue="backed down from"), "drops"),
        (saying("asserts", "Ostrania demanded the map", own=OWN), "demands"),
        (saying("asserts", "Velmark demanded the map", own=OWN), ""),
        (saying("asserts", "Velmark dropped its demand for the map", own=OWN[1:2], is_sided=False),
         "drops"),
    ],
)  # fmt: skip
def test_who_gives_up_a_demand_no_longer_makes_it(given, kind):
    its = taken(given)
    assert (its.kind if its else "") == kind


def test_it_is_about_what_is_wanted_and_not_about_the_own_side_or_the_condition():
    its = taken(saying("offers", "Ostrania would admit observers if Velmark left Karsk", own=OWN))
    assert its is not None
    assert set(its.about) == {"observ"}
    assert its.condition == "if Velmark left Karsk"


def test_a_name_tells_less_than_a_rare_word():
    its = taken(saying("demands", "the pontoons at Hadrov"))
    assert its is not None
    assert its.about["hadrov"] < its.about["pontoon"]

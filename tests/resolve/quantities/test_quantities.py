"""Numbers of people and things, as ranges, and who claims them."""

import pytest

from sayso.records import Article, Span
from sayso.resolve.layout import Layout
from sayso.resolve.quantities.quantities import quantities
from tests.notation import read

COUNTED = [
    (
        "He said that 40 men had been killed and that about a hundred had surrendered.",
        [("40 men", "killed", 40, 40)],
    ),
    ("It left out bodies that nobody had identified.", []),
    ("At least 20 civilians were killed.", [("At least 20 civilians", "killed", 20, None)]),
    ("More than 100 were hurt.", [("More than 100", "wounded", 100, None)]),
    ("Up to 3,000 people have fled.", [("Up to 3,000 people", "displaced", None, 3000)]),
    ("Fewer than 30 men died.", [("Fewer than 30 men", "killed", None, 30)]),
    ("About 500 prisoners were swapped.", [("About 500 prisoners", "exchanged", 450, 550)]),
    ("Nearly 200 are missing.", [("Nearly 200", "missing", 180, 200)]),
    ("A total of 7 bridges fell.", [("A total of 7 bridges", "", 7, 7)]),
    ("Between 20 and 30 hostages left.", [("Between 20 and 30 hostages", "abducted", 20, 30)]),
    ("The strike kills 12 in Almis.", [("12", "killed", 12, 12)]),
    ("The toll rose from 20 to 45.", [("20", "killed", 20, 20), ("45", "killed", 45, 45)]),
    (
        "It left 20 dead and 45 injured.",
        [("20", "killed", 20, 20), ("45", "wounded", 45, 45)],
    ),
    (
        "It killed 23 people, including five children, and wounded 9.",
        [
            ("23 people", "killed", 23, 23),
            ("five children", "killed", 5, 5),
            ("9", "wounded", 9, 9),
        ],
    ),
    (
        "20 soldiers and five civilians died.",
        [("20 soldiers", "killed", 20, 20), ("five civilians", "killed", 5, 5)],
    ),
    ("No civilians were killed.", [("No civilians", "killed", 0, 0)]),
    ("They killed not one", [("not one", "killed", 0, 0)]),
    ("There were zero casualties", [("zero casualties", "casualties", 0, 0)]),
    ("It hurt nobody", [("nobody", "wounded", 0, 0)]),
    ("Nobody was injured.", [("Nobody", "wounded", 0, 0)]),
    ("None of our soldiers were hurt.", [("None of our soldiers", "wounded", 0, 0)]),
    ("Not one soldier was killed.", [("Not one soldier", "killed", 0, 0)]),
    ("Not a single civilian was hurt.", [("Not a single civilian", "wounded", 0, 0)]),
    ("Not even one of our men died.", [("Not even one of our men", "killed", 0, 0)]),
    ("Not one but two soldiers died.", [("two soldiers", "killed", 2, 2)]),
    ("There were no casualties.", [("no casualties", "casualties", 0, 0)]),
    ("Two of the drones were shot down.", [("Two of the drones", "intercepted", 2, 2)]),
    ("$2.5bn and 20 per cent of it", [("$2.5bn", "", 2.5e9, 2.5e9), ("20 per cent", "", 20, 20)]),
    ("Article 5, Resolution 2254 and No. 7 stand.", []),
    ("He is 43, she said. One of them stayed.", []),
    ("There is no road.", []),
]


@pytest.mark.parametrize(("text", "wanted"), COUNTED)
def test_what_is_counted(text, wanted):
    given = quantities(Layout.of(Article(text, ""), ()), ())
    assert [(q.mention.of(text), q.of, q.low, q.high) for q in given] == wanted


UNITS = [
    ("At least 20 were killed.", ["people"]),
    ("20 Ostranian security forces personnel came.", ["personnel"]),
    ("It lies 300 km away; 40 sq km were lost.", ["kilometres", "square kilometres"]),
    ("€3 million and 5 dollars", ["euros", "dollars"]),
    ("40 armoured vehicles crossed.", ["vehicles"]),
]


@pytest.mark.parametrize(("text", "wanted"), UNITS)
def test_what_it_is_counted_in(text, wanted):
    given = quantities(Layout.of(Article(text, ""), ()), ())
    assert [q.unit for q in given] == wanted


def test_a_number_is_claimed_by_the_innermost_statement():
    article, annotation = read("{S:Ana} {C:said} {T:20 men died}. 30 men came.")
    one, other = quantities(Layout.of(article, annotation.statements), ())
    assert one.statement == annotation.statements[0].id
    assert other.statement == ""


def test_what_is_part_of_a_time_is_no_quantity():
    text = "It took 20 days and 5 men."
    given = quantities(Layout.of(Article(text, ""), ()), [Span(8, 15)])
    assert [q.unit for q in given] == ["men"]


def test_every_decision_has_its_reason():
    (quantity,) = quantities(Layout.of(Article("At least 20 men died.", ""), ()), ())
    assert quantity.qualifier == "at least"
    assert quantity.why == "“at least”: that many or more; killed, by the word “died”"
    form = quantity.to_json()
    assert (form["low"], form["high"]) == (20, None)
    assert isinstance(form["low"], int)

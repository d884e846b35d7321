"""Facets count what a search brought, and lead to less of it."""

from sayso.view.asking import Search
from sayso.view.facets import facet, months


def test_a_facet_counts_its_values_and_leads_to_each() -> None:
    search = Search(words="dam", outlet="NWA")
    its = facet(search, "outlet", ["NWA", "Courier", "Courier", "", "Post"])
    assert [(each.words, each.count) for each in its.values] == [("Courier", 2), ("Post", 1)]
    assert its.values[0].address == "/search?q=dam&outlet=Courier"
    assert (its.chosen, its.without) == ("NWA", "/search?q=dam")
    who = facet(Search(), "who", ["en_1", "en_1"], {"en_1": "Ilva Teren"})
    assert [(each.words, each.address) for each in who.values] == [
        ("Ilva Teren", "/search?entity=en_1")
    ]


def test_months_lead_to_all_their_days() -> None:
    its = months(Search(words="dam"), ["2031-02-03", "2031-02-09", "2031-03-01", ""])
    assert [(each.words, each.count) for each in its.values] == [("2031-03", 1), ("2031-02", 2)]
    assert its.values[1].address == "/search?q=dam&since=2031-02-01&until=2031-02-28"
    assert months(Search(), ["2031-02-03"]).values == ()
    assert months(Search(since="2031-02-01"), []).chosen == "2031-02-01"

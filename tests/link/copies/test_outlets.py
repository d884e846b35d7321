"""Which agency or outlet a name means."""

import pytest

from sayso.english.tables import rows
from sayso.link.copies.outlets import known, names_outlet, outlet_of

NAMES = {
    "The Associated Press": "AP",
    "apnews.com": "AP",
    "https://www.reuters.com/world/": "Reuters",
    "CNN (Web News)": "CNN",
    "New York Times - News": "New York Times",
    "NPR Online News": "NPR",
    "RFE/RL": "RFE/RL",
    "Karsk Beacon": "Karsk Beacon",
    "the Louisville Courier Journal": "Louisville Courier-Journal",
}


@pytest.mark.parametrize(("name", "wanted"), NAMES.items())
def test_an_outlet_is_known_by_any_of_its_names(name, wanted):
    assert outlet_of(name).name == wanted


def test_agencies_supply_and_papers_do_not():
    assert outlet_of("AFP").supplies
    assert not outlet_of("Politico").supplies
    assert not outlet_of("Karsk Beacon").supplies


def test_media_of_one_government_have_one_owner():
    assert outlet_of("TASS").owner == outlet_of("rt.com").owner == "government of Russia"


@pytest.mark.parametrize(
    ("text", "names"), [("Politico reports it.", True), ("A politico.", False)]
)
def test_a_text_names_an_outlet_by_its_name(text, names):
    assert names_outlet(text, "politico.com") is names


def test_an_outlet_of_which_only_the_domain_is_known_is_never_named():
    assert not names_outlet("karskbeacon.example says so", "karskbeacon.example")
    assert not names_outlet("Karsk", "")


def test_every_line_of_the_table_has_a_public_source_and_a_kind():
    table = list(rows("agencies.csv"))
    assert all(row["source"].startswith("https://") for row in table)
    assert {row["kind"] for row in table} == {"agency", "syndicate", "state", "outlet"}
    assert all(row["owner"] for row in table if row["kind"] == "state")


def test_no_two_lines_of_the_table_have_one_name():
    table = list(rows("agencies.csv"))
    assert len({outlet.name for outlet in known().values()}) == len(table)
    assert all(
        outlet_of(name).name == row["name"]
        for row in table
        for name in (row["name"], *row["aliases"].split("|"))
        if name
    )

"""What an actor of an article is known by."""

from sayso.link.entities.cards import cards, company_key
from tests.link.entities.making import actor, record

TEXT = (
    "Foreign Minister Ilva Teren met Dovan Petrak of the Harbour Trust. Teren said she was glad. "
    "Ms. Teren left; a senior official stayed."
)


def made():
    return record(
        TEXT,
        actor(
            TEXT, "Ilva Teren", "Foreign Minister Ilva Teren", "Ms. Teren", role="Foreign Minister"
        ),
        actor(TEXT, "Dovan Petrak"),
        actor(TEXT, "Harbour Trust", type="organisation"),
        actor(TEXT, "a senior official", type="unnamed"),
    )


def test_a_card_holds_names_roles_and_sex():
    teren, *_ = cards(made())
    assert teren.names == ("Ilva Teren", "Ms. Teren")
    assert teren.roles == (("Foreign Minister", ""),)
    assert (teren.sex, teren.setting.date) == ("f", "2031-03-14")


def test_the_actors_of_an_article_share_its_company():
    teren, petrak, trust, official = cards(made())
    assert teren.setting is petrak.setting is trust.setting is official.setting
    assert len(teren.setting.company) == 3


def test_company_is_who_is_named_and_not_half_the_press():
    assert company_key("person", "Ilva Teren")
    assert company_key("person", "Muammar Gaddafi") == company_key("person", "Moammar Qadhafi")
    assert not company_key("person", "Teren")
    assert not company_key("organisation", "Reuters")
    assert not company_key("government", "the government")
    assert not company_key("unnamed", "a senior official")

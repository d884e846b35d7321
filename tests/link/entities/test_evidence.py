"""What two groups of actors say of their being one."""

from sayso.link.entities.evidence import Profile, because, prominence, signals, total
from tests.link.entities.making import card, setting

TALKS = "Dovan Petrak|Mira Tolan"


def said(a, b) -> dict[str, float]:
    return {t.name: t.strength for t in signals(Profile.of([a]), Profile.of([b]))}


def test_the_same_office_tells_the_more_the_more_it_says():
    at, later = setting("1"), setting("2")
    whole = said(
        card("A B", "Russian president", at=at), card("A B", "president of Russia", at=later)
    )
    bare = said(card("A B", "president", at=at), card("A B", "president", at=later))
    assert whole["office"] == 1.0 > bare["office"] > 0
    assert whole["country"] == 1.0


def test_fields_countries_and_sexes_tell_two_apart():
    a = card("A B", "Russian striker", at=setting("1"), sex="m")
    b = card("A B", "German general", at=setting("2"), sex="f")
    assert {"apart", "countries", "sexes"} <= said(a, b).keys()
    assert total(signals(Profile.of([a]), Profile.of([b]))) < -5


def test_company_counts_without_the_two_themselves():
    a = card("Ilva Teren", at=setting("1", beside=f"{TALKS}|Ilva Teren"))
    b = card("Ilva Teren", at=setting("2", beside="Mira Tolan|Ilva Teren"))
    assert said(a, b)["company"] == 0.7


def test_a_generation_between_tells_two_apart():
    a, b = setting("1", date="1990-01-01"), setting("2", date="2031-01-01")
    assert "far" in said(card("A B", at=a), card("A B", at=b))


def test_prominence_is_how_much_more_one_is_in_the_news():
    assert prominence(7, 0).strength == 3.0
    assert prominence(3, 3).strength == 0.0
    assert prominence(0, 7).strength == -3.0


def test_the_strongest_reason_comes_first():
    a = card("A B", "Russian president", at=setting("1"))
    b = card("A B", "Russian president", at=setting("2"))
    assert because(signals(Profile.of([a]), Profile.of([b]))).startswith(
        "both are president (RU); "
    )


def test_a_profile_is_the_same_in_any_order():
    cards = [card("A B", role, at=setting(role, beside=TALKS)) for role in ("mayor", "judge", "")]
    one = Profile.of(cards[:1])
    one.take(Profile.of(cards[1:]))
    assert one == Profile.of(reversed(cards))

"""What else on the record has some words, to say that both are one."""

import pytest
from starlette.testclient import TestClient


@pytest.mark.parametrize(
    ("kind", "named", "words", "label"),
    [
        ("claims", "claim", "drones", "It says the same"),
        ("entities", "entity", "Quintel", "Somebody else"),
        ("articles", "article", "Karsk", "They share one text"),
    ],
)
def test_candidates_have_the_words_and_are_not_the_thing_itself(
    reader: TestClient, kind: str, named: str, words: str, label: str
) -> None:
    its = reader.get(f"/{kind}.json").json()[0]["id"]
    page = reader.get(f"/{named}/{its}", params={"other": words}).text
    assert label in page
    looked_for = page.partition('id="others"')[2]
    assert 'name="object"' in looked_for
    assert f'name="object" value="{its.removeprefix("sha256:")[:12]}' not in looked_for
    assert "Nothing else on the record" not in page
    nothing = reader.get(f"/{named}/{its}", params={"other": "zyzzyva"}).text
    assert "Nothing else on the record has these words" in nothing

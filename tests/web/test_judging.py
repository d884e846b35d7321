"""What people decide in the reader: kept, shown, taken back; and nobody else's page can do it."""

import html
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from sayso.judgements import Judgement
from sayso.store import Store
from tests.web.conftest import BASE, asked

OWN = {"sec-fetch-site": "same-origin"}


@pytest.fixture
def own(path: Path) -> Iterator[TestClient]:
    """Return what asks as a page of the reader's own."""
    with asked(path) as client:
        client.headers.update(OWN)
        yield client


def statement_of(client: TestClient) -> dict[str, object]:
    """Return a statement of the sample as the record has it."""
    row = client.get("/articles.json").json()[0]
    made = client.get(f"/article/{row['id']}.json").json()["statements"][0]
    return dict(made)


def judged(path: Path) -> list[Judgement]:
    with Store.open(path) as store:
        return store.judgements()


def send(client: TestClient, to: str = "/judge", **fields: object) -> object:
    return client.post(to, data={"by": "Ada", "back": "/claims", **fields}, follow_redirects=False)


def test_a_speaker_is_corrected_seen_and_taken_back(own: TestClient, path: Path) -> None:
    its = statement_of(own)
    answer = own.post(
        "/judge",
        data={"kind": "speaker", "subject": its["id"], "somebody": "Doran Hesk", "by": "Ada",
              "why": "the caption", "back": "/claims"},
        follow_redirects=False,
    )  # fmt: skip
    (kept,) = judged(path)
    assert (kept.kind, kept.by, kept.why) == ("speaker", "Ada", "the caption")
    assert answer.headers["location"] == f"/claims?kept={kept.id}"
    assert own.cookies["sayso_by"] == "Ada"
    back = own.get(answer.headers["location"]).text
    assert "is said by Doran Hesk" in back
    assert 'value="Ada"' in back
    there = own.get(f"/statement/{its['id']}").text
    assert "Doran Hesk" in there
    assert "judged by Ada" in there
    own.post("/withdraw", data={"id": kept.id, "by": "Bo", "why": "mistaken", "back": "/"})
    (kept,) = judged(path)
    assert (kept.withdrawn_by, kept.withdrawn_why) == ("Bo", "mistaken")
    article = own.get(f"/statement/{its['id']}").text.partition('id="decided"')
    assert "Doran Hesk" not in article[0]
    assert "taken back" in article[2]
    listed = own.get("/judgements").text
    assert "is said by Doran Hesk" in listed
    assert "taken back" in listed
    assert "where it is" in listed


def test_whoever_is_in_the_article_can_be_chosen(own: TestClient, path: Path) -> None:
    its = statement_of(own)
    page = own.get(f"/statement/{its['id']}").text
    choices = re.findall(r'<option value="(a[0-9]+)">([^<]+)</option>', page)
    value, name = choices[-1]
    send(own, kind="speaker", subject=its["id"], speaker=value)
    (kept,) = judged(path)
    assert kept.object["role"] == "mention"
    again = own.get(f"/statement/{its['id']}").text
    assert "Take it back: <bdi>" in again
    assert html.unescape(name).partition(",")[0] in again


def test_every_statement_of_a_wording_is_parted_from_a_claim(own: TestClient, path: Path) -> None:
    claim = own.get("/claims.json").json()[0]
    first, *others = claim["statements"]
    own.post("/judge", data={"kind": "different_claim", "object": claim["id"], "by": "Ada",
                             "subject": others[:2], "back": f"/claim/{claim['id']}"})  # fmt: skip
    made = judged(path)
    assert [each.kind for each in made] == ["different_claim"] * 2
    page = own.get(f"/claim/{claim['id']}").text
    assert "What people judged" in page
    assert first


PARTED = re.compile(
    r'<details class="apart"><summary>It (?:says something else|does not bear on the claim)<'
    r"/summary>\s*<form[^>]*>(.*?)</form>",
    re.DOTALL,
)


def hidden(form: str, name: str) -> list[str]:
    """Return the values that a form sends without showing them, by their name."""
    return re.findall(rf'<input type="hidden" name="{name}" value="([^"]*)">', form)


def whole(client: TestClient, address: str) -> list[dict[str, object]]:
    """Return a whole list: its pages, as each leads to the next."""
    made, answer = [], client.get(address)
    made += answer.json()
    while "next" in answer.links:
        answer = client.get(answer.links["next"]["url"])
        made += answer.json()
    return made


def test_each_wording_of_each_claim_can_be_parted_from_it(own: TestClient, path: Path) -> None:
    claims, made = whole(own, "/claims.json"), 0
    forms = {each["id"]: PARTED.findall(own.get(f"/claim/{each['id']}").text) for each in claims}
    for claim, every in forms.items():
        for form in every:
            subjects, (other,) = hidden(form, "subject"), hidden(form, "object")
            answer = send(own, kind="different_claim", subject=subjects, object=other)
            assert answer.status_code == 303, (claim, subjects, answer.text)
            made += len(subjects)
    parted = {
        each for every in forms.values() for form in every for each in hidden(form, "subject")
    }
    first = [each["statements"][0] for each in claims if len(forms[each["id"]]) > 1]
    assert len(parted.intersection(first)) > 5
    assert len(judged(path)) == made


def test_one_click_is_one_decision_and_is_taken_back_as_one(own: TestClient, path: Path) -> None:
    claims = own.get("/claims.json").json()
    pages = [own.get(f"/claim/{each['id']}").text for each in claims]
    forms = [form for page in pages for form in PARTED.findall(page)]
    form = max(forms, key=lambda each: len(hidden(each, "subject")))
    subjects, (other,) = hidden(form, "subject"), hidden(form, "object")
    assert len(subjects) > 1
    kept = own.post("/judge", data={"kind": "different_claim", "subject": subjects, "by": "Ada",
                                    "object": other, "back": "/claims"}).text  # fmt: skip
    assert "<b>Kept.</b>" in kept
    assert "do not say the same" in kept
    assert f"all {len(subjects)} statements" in kept
    note = kept.partition('action="/withdraw"')[2].partition("</form>")[0]
    ids = hidden(note, "id")
    assert len(ids) == len(subjects)
    after = own.post("/withdraw", data={"id": ids, "by": "Ada", "back": "/claims"}).text
    assert all(each.withdrawn for each in judged(path))
    assert "<b>Taken back.</b>" in after
    assert 'action="/withdraw"' not in after


@pytest.mark.parametrize("kept", ["jd_0000000000000000", "<b>", "jd_1", ""])
def test_nothing_is_told_of_what_was_never_decided(own: TestClient, kept: str) -> None:
    assert 'action="/withdraw"' not in own.get("/", params={"kept": kept}).text
    assert "Kept." not in own.get("/", params={"kept": kept}).text


def test_what_is_doubtful_is_answered_and_not_asked_again(own: TestClient, path: Path) -> None:
    before = own.get("/review.json").json()
    page = own.get("/review").text
    value = re.search(r'name="judgement" value="([^"]+)"', page)
    assert value
    own.post("/judge", data={"judgement": html.unescape(value[1]), "by": "Ada", "back": "/review"})
    assert len(judged(path)) == 1
    after = own.get("/review.json").json()
    assert before[0] not in after


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"kind": "act", "subject": "st_0", "act": "denies"}, "the id of a statement"),
        ({"kind": "act", "subject": "{its}", "act": "sings"}, "the object of act"),
        ({"kind": "speaker", "subject": "{its}"}, "hoose who said it"),
        ({"kind": "act", "subject": "{its}", "act": "denies", "why": "w" * 301}, "at most 300"),
        ({"judgement": "[" * 20_000}, "nested too deep"),
        ({"kind": "speaker", "subject": "{its}", "somebody": "?!"}, "has letters"),
        ({"kind": "speaker", "subject": "{its}", "somebody": "Ana\nRuel"}, "control characters"),
        ({"kind": "speaker", "subject": "{its}", "somebody": "Ana " * 40}, "at most 120"),
        ({"kind": "speaker", "subject": "{its}", "speaker": "Bo", "somebody": "Ana"}, "not both"),
        ({"kind": "nonsense", "subject": "{its}", "object": "x"}, "is JSON"),
        ({"kind": "not_statement", "subject": "{its}", "by": " "}, "ay who you are"),
        ({"subject": "{its}"}, "othing was decided"),
        ({"judgement": "{"}, "his is no judgement"),
        ({"judgement": "[1]"}, "his is no judgement"),
        ({}, "othing was decided"),
    ],
)
def test_nonsense_is_refused_and_nothing_is_kept(
    own: TestClient, path: Path, fields: dict[str, str], words: str
) -> None:
    its = str(statement_of(own)["id"])
    filled = {name: value.replace("{its}", its) for name, value in fields.items()}
    answer = own.post("/judge", data={"by": "Ada", "back": "/"} | filled)
    assert answer.status_code == 400
    assert words in answer.text
    assert judged(path) == []


def test_what_was_filled_in_is_not_lost_where_it_is_refused(own: TestClient) -> None:
    its, back = statement_of(own)["id"], "/claims?page=2"
    given = {"kind": "speaker", "subject": its, "by": "Ada", "why": "the <b>caption", "back": back}
    page = own.post("/judge", data=given).text
    assert f'<a href="{back}">Back to the page</a>' in page
    assert "the &lt;b&gt;caption" in page
    assert "Your name: <b><bdi>Ada</bdi>" in page


def test_half_a_word_is_the_whole_word(own: TestClient, path: Path) -> None:
    _, text, its = words_of(own)
    start, end = its["content"][0]
    word = re.compile(r"\w{4,}").search(text, start + 5, end)
    assert word
    cut = f"{word.start() + 1}-{word.end() - 1}"
    send(own, kind="span", subject=its["id"], content="?", content_at=cut)
    (kept,) = judged(path)
    ((a, b),) = kept.object["content"]
    assert re.fullmatch(r"\w+", text[a:b])
    assert not re.fullmatch(r"\w\w", text[a - 1 : a + 1])
    assert not re.fullmatch(r"\w\w", text[b - 1 : b + 1])


@pytest.mark.parametrize("by", ["Zoë", "Иван", "山田", "O’Brien", "a;b=c"])
def test_whoever_judges_is_remembered_by_any_name(own: TestClient, path: Path, by: str) -> None:
    given = {"kind": "not_statement", "subject": statement_of(own)["id"], "by": by, "back": "/"}
    assert own.post("/judge", data=given).status_code == 200
    assert [each.by for each in judged(path)] == [by]
    assert f'value="{by}"' in own.get("/review").text


@pytest.mark.parametrize(
    ("back", "page"), [("//[::1", "/judgements"), ("/claims" + "x" * 2000, "/judgements")]
)
def test_what_is_kept_is_told_as_kept(own: TestClient, path: Path, back: str, page: str) -> None:
    given = {"kind": "not_statement", "subject": statement_of(own)["id"], "by": "Ada", "back": back}
    answer = own.post("/judge", data=given, follow_redirects=False)
    (kept,) = judged(path)
    assert answer.headers["location"] == f"{page}?kept={kept.id}"


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"sec-fetch-site": "none"},
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9999"},
        {},
    ],
)
def test_no_other_page_can_judge(path: Path, headers: dict[str, str]) -> None:
    with asked(path) as client:
        fields = {"kind": "not_statement", "subject": statement_of(client)["id"], "by": "Eve"}
        answer = client.post("/judge", data=fields, headers=headers)
    assert answer.status_code == 403
    assert judged(path) == []


def test_an_older_browser_names_its_origin(path: Path) -> None:
    with asked(path) as client:
        fields = {"kind": "not_statement", "subject": statement_of(client)["id"], "by": "Ada"}
        client.post("/judge", data=fields, headers={"origin": BASE})
    assert len(judged(path)) == 1


@pytest.mark.parametrize(
    "back",
    ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)", ""],
)
def test_it_leads_back_to_its_own_pages_alone(own: TestClient, back: str) -> None:
    its = str(statement_of(own)["id"])
    fields = {"kind": "not_statement", "subject": its, "by": "Ada", "back": back}
    answer = own.post("/judge", data=fields, follow_redirects=False)
    where_to = answer.headers["location"]
    assert where_to.startswith("/")
    assert not where_to.startswith(("//", "/\\"))


def test_too_much_is_refused(own: TestClient, path: Path) -> None:
    answer = own.post("/judge", data={"by": "A" * 70_000})
    assert answer.status_code == 413
    assert judged(path) == []


def words_of(client: TestClient) -> tuple[str, str, dict[str, object]]:
    """Return the first article's id, its text and its first statement."""
    row = client.get("/articles.json").json()[0]
    form = client.get(f"/article/{row['id']}.json").json()
    return row["id"], form["article"]["text"], form["statements"][0]


@pytest.mark.parametrize("by_offsets", [True, False])
def test_the_words_of_a_statement_are_others(own: TestClient, path: Path, by_offsets: bool) -> None:
    _, text, its = words_of(own)
    start = its["content"][0][0]
    first = re.split(r"\W", text[start : start + 60])[0]
    given = {"content": first, "source": text[its["source"][0][0] : its["source"][0][1]]}
    if by_offsets:
        given |= {"content": "whatever", "content_at": f"{start}-{start + len(first)}"}
    send(own, kind="span", subject=its["id"], **given)
    (kept,) = judged(path)
    assert kept.object == {"content": [[start, start + len(first)]]}
    _, _, now = words_of(own)
    assert now["content"] == kept.object["content"]


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"content": "no such words in it"}, "no such words"),
        ({"content": ""}, "never empty"),
        ({"content_at": "1-2"}, "these are the words that it has already"),
        ({"content": "x", "content_at": "0-99999999"}, "and the text at"),
        ({"content": "x", "content_at": "9-3"}, "spans are not empty"),
    ],
)
def test_words_that_cannot_be_are_refused(
    own: TestClient, path: Path, given: dict[str, str], words: str
) -> None:
    _, _, its = words_of(own)
    answer = own.post("/judge", data={"kind": "span", "subject": its["id"], "by": "Ada", **given})
    assert words in html.unescape(answer.text)
    assert judged(path) == []


def test_a_thing_is_named_by_its_address_too(own: TestClient, path: Path) -> None:
    one, other = (row["id"] for row in own.get("/claims.json").json()[:2])
    send(own, kind="same_claim", subject=one, object=f"{BASE}/claim/{other}?page=2#says")
    (kept,) = judged(path)
    assert kept.kind == "same_claim"

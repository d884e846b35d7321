"""Signing in and out, and what each role may do."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from sayso.store import Store
from sayso.web.team.signing import COOKIE, Attempts
from tests.web.conftest import asked
from tests.web.team.conftest import PASSWORD, Asks

PAGES = ("/", "/claims", "/claims.json", "/search?q=Karsk", "/judgements", "/work", "/nothing")
FIELDS = {"kind": "not_statement", "back": "/", "by": "somebody else", "why": "it is a caption"}


def statement_of(client: TestClient) -> str:
    row = client.get("/articles.json").json()[0]
    return str(client.get(f"/article/{row['id']}.json").json()["statements"][0]["id"])


@pytest.mark.parametrize("page", PAGES)
def test_nobody_sees_anything_who_is_not_signed_in(outside: TestClient, page: str) -> None:
    answer = outside.get(page, follow_redirects=False)
    assert answer.status_code == (401 if ".json" in page else 303)
    assert "Karsk" not in answer.text
    assert answer.headers.get("location", "/sign-in").startswith("/sign-in")


def test_what_stands_before_the_door_shows_nothing_of_the_record(outside: TestClient) -> None:
    page = outside.get("/sign-in").text
    assert 'name="password"' in page
    assert "record.db" not in page
    assert "not linked yet" not in page
    assert outside.get("/static/sayso.css").status_code == 200


def test_whoever_signs_in_sees_the_page_that_was_asked_for(signed_in: Asks) -> None:
    client = signed_in("reader")
    page = client.get("/claims").text
    assert "Sign out" in page
    assert ">reader<" in page
    cookie = next(each for each in client.cookies.jar if each.name == COOKIE)
    assert cookie.has_nonstandard_attr("HttpOnly")


@pytest.mark.parametrize(
    ("name", "password"),
    [
        ("judge", "three small heron"),
        ("judge", ""),
        ("nobody", PASSWORD),
        ("judge' OR 1", PASSWORD),
    ],
)
def test_a_wrong_password_or_name_is_told_alike(
    outside: TestClient, name: str, password: str
) -> None:
    answer = outside.post("/sign-in", data={"name": name, "password": password})
    assert answer.status_code == 403
    assert "Name or password is wrong." in answer.text
    assert COOKIE not in outside.cookies


def test_whoever_guesses_has_to_wait(outside: TestClient) -> None:
    for _ in range(Attempts.MOST):
        outside.post("/sign-in", data={"name": "judge", "password": "guessed at it"})
    answer = outside.post("/sign-in", data={"name": "judge", "password": PASSWORD})
    assert answer.status_code == 429
    right = outside.post(
        "/sign-in", data={"name": "admin", "password": PASSWORD}, follow_redirects=False
    )
    assert right.status_code == 303  # others need not


def test_many_guesses_at_once_are_no_more_than_a_few(outside: TestClient) -> None:
    """Each is counted before its password is looked at."""
    given = {"name": "judge", "password": "guessed at it"}
    with ThreadPoolExecutor(20) as pool:
        tries = [pool.submit(outside.post, "/sign-in", data=given) for _ in range(20)]
    codes = Counter(each.result().status_code for each in tries)
    assert codes == {403: Attempts.MOST, 429: 20 - Attempts.MOST}


def test_a_link_from_elsewhere_finds_whoever_is_signed_in(signed_in: Asks) -> None:
    client = signed_in("reader")
    cookie = next(each for each in client.cookies.jar if each.name == COOKIE)
    assert cookie.get_nonstandard_attr("SameSite") == "lax"
    given = {"back": "/search?q=bridge"}
    there = client.get("/sign-in", params=given, follow_redirects=False)
    assert (there.status_code, there.headers["location"]) == (303, "/search?q=bridge")
    for back in ("//evil.example/", "https://evil.example/", "/\\evil.example", ""):
        there = client.get("/sign-in", params={"back": back}, follow_redirects=False)
        assert there.headers["location"] == "/"


def test_what_was_asked_for_is_not_lost_at_the_door(outside: TestClient) -> None:
    asked_for = "/search?q=bridge&who=Holvast"
    door = outside.get(asked_for, follow_redirects=False).headers["location"]
    assert f'value="{asked_for.replace("&", "&amp;")}"' in outside.get(door).text
    given = {"name": "judge", "password": PASSWORD, "back": asked_for}
    answer = outside.post("/sign-in", data=given, follow_redirects=False)
    assert answer.headers["location"] == asked_for
    assert outside.get("/claims.csv", headers={"cookie": ""}).status_code == 401


@pytest.mark.parametrize(
    "back", ["https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example", "//["]
)
def test_signing_in_leads_to_no_other_site(outside: TestClient, back: str) -> None:
    given = {"name": "judge", "password": PASSWORD, "back": back}
    answer = outside.post("/sign-in", data=given, follow_redirects=False)
    assert answer.headers["location"] == "/"


def test_signing_out_ends_the_session_itself(signed_in: Asks) -> None:
    client = signed_in("judge")
    token = client.cookies[COOKIE]
    client.post("/sign-out")
    answer = client.get("/claims", headers={"cookie": f"{COOKIE}={token}"}, follow_redirects=False)
    assert answer.status_code == 303


@pytest.mark.parametrize(
    ("role", "to", "status"),
    [
        *(("reader", to, 403) for to in ("/judge", "/withdraw", "/link", "/read", "/stop")),
        ("judge", "/read", 403),
        ("judge", "/stop", 400),  # it may, but there is no such work
        ("admin", "/read", 400),  # it may, but sent nothing
    ],
)
def test_each_role_may_do_its_own(signed_in: Asks, role: str, to: str, status: int) -> None:
    assert signed_in(role).post(to, data={"x": "y"}).status_code == status


@pytest.mark.parametrize("kind", ["claims", "entities", "articles", "copies", "review", "names"])
def test_forms_are_for_those_who_may_judge(signed_in: Asks, path: Path, kind: str) -> None:
    with Store.open(path) as store:
        store.accounts.change("reader", role="judge")
    client = signed_in("reader")
    page = _a_page(client, kind)
    of_judge = client.get(page).text
    with Store.open(path) as store:
        store.accounts.change("reader", role="reader")
    of_reader = signed_in("reader").get(page).text
    assert "/judge" in of_judge
    assert not any(f'action="{to}"' in of_reader for to in ("/judge", "/withdraw", "/link"))
    assert 'action="/sign-out"' in of_reader


def _a_page(client: TestClient, kind: str) -> str:
    """Return the address of a page on which something can be judged."""
    if kind in ("copies", "review"):
        return f"/{kind}"
    one = {"claims": "claim", "articles": "article"}.get(kind, "entity")
    its = client.get(f"/{'entities' if one == 'entity' else kind}.json").json()[0]["id"]
    return f"/{one}/{its}{'/names' if kind == 'names' else ''}"


def test_what_is_judged_is_in_the_name_of_whoever_is_signed_in(signed_in: Asks, path: Path) -> None:
    client = signed_in("judge")
    client.post("/judge", data=FIELDS | {"subject": statement_of(client)})
    with Store.open(path) as store:
        (kept,) = store.judgements()
    assert kept.by == "judge"


def test_an_admin_alone_takes_back_what_others_decided(signed_in: Asks, path: Path) -> None:
    with asked(path) as other:
        other.headers["sec-fetch-site"] = "same-origin"
        other.post("/judge", data=FIELDS | {"subject": statement_of(other)})
    with Store.open(path) as store:
        (kept,) = store.judgements()
    page = f"/judgements?kept={kept.id}"
    assert 'action="/withdraw"' not in signed_in("judge").get(page).text
    assert 'action="/withdraw"' in signed_in("admin").get(page).text
    refused = signed_in("judge").post("/withdraw", data={"id": kept.id})
    assert "decided by somebody else" in refused.text
    signed_in("admin").post("/withdraw", data={"id": kept.id})
    with Store.open(path) as store:
        (taken,) = store.judgements()
    assert taken.withdrawn_by == "admin"


def test_a_program_asks_with_a_token(outside: TestClient, path: Path) -> None:
    with Store.open(path) as store:
        until = "2999-01-01T00:00:00Z"
        store.accounts.begin("a-token", "reader", since="2031-03-01T10:00:00Z", until=until)
    headers = {"authorization": "Bearer a-token"}
    assert len(outside.get("/claims.json", headers=headers).json()) > 0
    assert outside.get("/claims.json", headers={"authorization": "Bearer b"}).status_code == 401


def test_a_cookie_is_for_https_where_that_is_how_one_asks(outside: TestClient) -> None:
    given = {"name": "judge", "password": PASSWORD}
    headers = {"x-forwarded-proto": "https"}
    answer = outside.post("/sign-in", data=given, headers=headers, follow_redirects=False)
    assert "Secure" in answer.headers["set-cookie"]

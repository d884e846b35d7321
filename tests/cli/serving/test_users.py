"""`user`: accounts for the reader."""

import json
import shutil
from pathlib import Path

import pytest

from sayso.store import Store
from sayso.web.team.passwords import is_password
from tests.cli.commands import sayso

PASSWORD = "three small herons"  # noqa: S105


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a record with an account."""
    path = tmp_path / "record.db"
    Store.open(path).close()
    made = sayso(
        "user",
        "add",
        "ada",
        "--role",
        "judge",
        "--password-stdin",
        "--record",
        path,
        stdin=PASSWORD,
    )
    assert made.exit_code == 0, made.stderr
    return path


def test_an_account_is_made_and_listed(path: Path) -> None:
    (row,) = map(json.loads, sayso("user", "list", "--json", "--record", path).stdout.splitlines())
    assert (row["name"], row["role"]) == ("ada", "judge")
    assert sayso("user", "list", "--record", path).stdout.startswith("ada  judge  since 2")
    with Store.open(path) as store:
        assert is_password(PASSWORD, store.accounts.password("ada"))


def test_a_password_that_is_asked_for_is_asked_twice(path: Path) -> None:
    made = sayso("user", "add", "bo", "--record", path, stdin=f"{PASSWORD}\n{PASSWORD}\n")
    assert made.exit_code == 0
    assert PASSWORD not in made.output
    with Store.open(path) as store:
        assert store.accounts.all()[1].role == "reader"  # the least that there is


def test_it_is_changed_and_removed(path: Path) -> None:
    assert sayso("user", "change", "ada", "--role", "admin", "--record", path).exit_code == 0
    with Store.open(path) as store:
        assert store.accounts.all()[0].role == "admin"
    assert sayso("user", "remove", "ada", "--record", path).exit_code == 0
    shown = sayso("user", "list", "--record", path)
    assert shown.stdout == ""
    assert "nobody may sign in yet" in shown.stderr


def test_a_token_signs_in(path: Path) -> None:
    token = sayso("user", "token", "ada", "--days", "2", "--record", path).stdout.strip()
    with Store.open(path) as store:
        assert (
            store.accounts.signed_in(token, at="2031-01-01T00:00:00Z") is None
        )  # by then it ended
        assert store.accounts.signed_in(token, at="2000-01-01T00:00:00Z") is not None


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("add", "ada", "--password-stdin"), 2, "there is an account 'ada' already"),
        (("add", "", "--password-stdin"), 2, "a name has 1 to 80 characters"),
        (("add", "a\nb", "--password-stdin"), 2, "a name has 1 to 80 characters"),
        (("add", "x" * 81, "--password-stdin"), 2, "a name has 1 to 80 characters"),
        (("change", "ada"), 2, "nothing to change"),
        (("change", "eve", "--role", "admin"), 1, "there is no account 'eve'"),
        (("remove", "eve"), 1, "there is no account 'eve'"),
        (("token", "eve"), 1, "there is no account 'eve'"),
        (("token", "ada", "--days", "nan"), 2, "nan is not a number"),
    ],
)
def test_what_cannot_be_done_is_told(
    path: Path, arguments: tuple[str, ...], code: int, words: str
) -> None:
    result = sayso("user", *arguments, "--record", path, stdin=PASSWORD)
    assert (result.exit_code, words in result.stderr) == (code, True), result.stderr


def test_a_short_password_is_refused(path: Path) -> None:
    result = sayso("user", "add", "bo", "--password-stdin", "--record", path, stdin="short")
    assert (result.exit_code, "10 to 1000 characters" in result.stderr) == (2, True)


def test_accounts_go_with_a_copy_of_the_record(path: Path, tmp_path: Path) -> None:
    copy = shutil.copy(path, tmp_path / "copy.db")
    assert "ada" in sayso("user", "list", "--record", copy).stdout

"""Accounts: added, changed, removed; sessions that end; on both databases."""

from collections.abc import Iterator

import pytest

from sayso.accounts import Account
from sayso.errors import MissingError, UsageError
from sayso.store import Store

ADA = Account("ada", "judge", "2031-03-01T10:00:00Z")
BO = Account("bo", "reader", "2031-03-02T10:00:00Z")
SINCE, LATER, UNTIL = "2031-03-01T10:00:00Z", "2031-03-02T10:00:00Z", "2031-03-03T10:00:00Z"


@pytest.fixture
def store(address: str) -> Iterator[Store]:
    """Return a record of which ada is an account, signed in for two days."""
    with Store.open(address) as store:
        store.accounts.add(ADA, "hash of ada's")
        store.accounts.begin("token", "ada", since=SINCE, until=UNTIL)
        yield store


def test_accounts_come_back_by_their_names(store: Store) -> None:
    store.accounts.add(BO, "hash of bo's")
    assert store.accounts.all() == [ADA, BO]
    assert store.accounts.password("ada") == "hash of ada's"
    assert store.accounts.password("eve") is None


def test_a_name_is_one_account(store: Store) -> None:
    with pytest.raises(UsageError, match="there is an account 'ada' already"):
        store.accounts.add(Account("ada", "admin", LATER), "another")
    assert store.accounts.all() == [ADA]


def test_a_token_holds_until_its_end_and_is_kept_nowhere(store: Store) -> None:
    assert store.accounts.signed_in("token", at=LATER) == ADA
    assert store.accounts.signed_in("token", at=UNTIL) is None
    assert store.accounts.signed_in("another", at=LATER) is None


def test_who_signs_out_is_signed_out(store: Store) -> None:
    store.accounts.begin("second", "ada", since=SINCE, until=UNTIL)
    store.accounts.end("token")
    assert store.accounts.signed_in("token", at=LATER) is None
    assert store.accounts.signed_in("second", at=LATER) == ADA


@pytest.mark.parametrize("change", [{"role": "admin"}, {"password": "new"}])
def test_a_change_signs_out_everywhere(store: Store, change: dict[str, str]) -> None:
    store.accounts.change("ada", **change)
    assert store.accounts.signed_in("token", at=LATER) is None
    assert store.accounts.all()[0].role == change.get("role", "judge")
    assert store.accounts.password("ada") == change.get("password", "hash of ada's")


def test_who_is_removed_is_gone(store: Store) -> None:
    store.accounts.remove("ada")
    assert store.accounts.all() == []
    assert store.accounts.signed_in("token", at=LATER) is None


def test_sessions_that_ended_are_forgotten(store: Store) -> None:
    store.accounts.begin("later", "ada", since=UNTIL, until="2031-04-01T00:00:00Z")
    assert store.accounts.signed_in("token", at=SINCE) is None  # though it held then


@pytest.mark.parametrize("name", ["eve", "", "\ud800"])
def test_whoever_is_no_account_is_told(store: Store, name: str) -> None:
    with pytest.raises(MissingError, match="there is no account"):
        store.accounts.change(name, role="admin")
    with pytest.raises(MissingError, match="there is no account"):
        store.accounts.remove(name)
    with pytest.raises(MissingError, match="there is no account"):
        store.accounts.begin("t", name, since=SINCE, until=UNTIL)

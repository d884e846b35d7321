"""Accounts and sessions -> rows, and back."""

import hashlib

from sqlalchemy import Engine, delete, insert, select, update

from sayso.accounts import Account
from sayso.errors import MissingError, UsageError
from sayso.store.accounts.schema import accounts, sessions
from sayso.store.dialect import reading, writing

_ACCOUNT = (accounts.c.name, accounts.c.role, accounts.c.since)


class Accounts:
    """Who may sign in to the reader of a record. Times are in ISO 8601, in UTC."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def all(self) -> list[Account]:
        """Return the accounts by their names."""
        with reading(self._engine) as connection:
            rows = connection.execute(select(*_ACCOUNT).order_by(accounts.c.name))
            return [Account(*row) for row in rows]

    def add(self, account: Account, password: str) -> None:
        """Add an account, with what a hash made of its password.

        Raises UsageError if there is one of that name.
        """
        with writing(self._engine) as connection:
            same = select(accounts.c.name).where(accounts.c.name == account.name)
            if connection.scalar(same) is not None:
                raise UsageError(f"there is an account {account.name!r} already")
            row = {"name": account.name, "role": account.role, "since": account.since}
            connection.execute(insert(accounts).values(row | {"password": password}))

    def change(self, name: str, *, role: str | None = None, password: str | None = None) -> None:
        """Change the role or the hash of the password of an account; it is signed out everywhere.

        Raises MissingError if there is none of that name.
        """
        values = {"role": role, "password": password}
        given = {column: value for column, value in values.items() if value is not None}
        with writing(self._engine) as connection:
            own = update(accounts).where(accounts.c.name == name)
            if not given or connection.execute(own.values(given)).rowcount == 0:
                raise _missing(name)
            connection.execute(delete(sessions).where(sessions.c.account == name))

    def remove(self, name: str) -> None:
        """Take an account out, and sign it out everywhere; what it judged stays.

        Raises MissingError if there is none of that name.
        """
        with writing(self._engine) as connection:
            connection.execute(delete(sessions).where(sessions.c.account == name))
            if connection.execute(delete(accounts).where(accounts.c.name == name)).rowcount == 0:
                raise _missing(name)

    def password(self, name: str) -> str | None:
        """Return what a hash made of the password of an account, None if there is no such one."""
        with reading(self._engine) as connection:
            return connection.scalar(select(accounts.c.password).where(accounts.c.name == name))

    def begin(self, token: str, name: str, *, since: str, until: str) -> None:
        """Keep that whoever shows a token is signed in as an account until some time.

        Sessions that ended before `since` are forgotten. Raises MissingError if there is no account
        of that name.
        """
        row = {"token": _digest(token), "account": name, "since": since, "until": until}
        with writing(self._engine) as connection:
            if connection.scalar(select(accounts.c.name).where(accounts.c.name == name)) is None:
                raise _missing(name)
            connection.execute(delete(sessions).where(sessions.c.until <= since))
            connection.execute(insert(sessions).values(row))

    def signed_in(self, token: str, *, at: str) -> Account | None:
        """Return whose token it is at some time, None if it is nobody's, or no longer."""
        query = (
            select(*_ACCOUNT)
            .join_from(accounts, sessions)
            .where(sessions.c.token == _digest(token), sessions.c.until > at)
        )
        with reading(self._engine) as connection:
            row = connection.execute(query).one_or_none()
            return Account(*row) if row else None

    def end(self, token: str) -> None:
        """Forget a token."""
        with writing(self._engine) as connection:
            connection.execute(delete(sessions).where(sessions.c.token == _digest(token)))


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def _missing(name: str) -> MissingError:
    return MissingError(f"there is no account {name!r}")

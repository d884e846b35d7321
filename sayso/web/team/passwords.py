"""Passwords, and the tokens by which a browser or a program is known again.

Hashing is argon2id, with the least that OWASP's cheat sheet on password storage asks for: a server
for a newsroom is small, and each sign-in takes that much memory.
"""

import secrets
from datetime import UTC, datetime, timedelta
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from sayso.moments import utc
from sayso.store.accounts import Accounts

LEAST, MOST = 10, 1000  # characters of a password
_MEMORY, _PASSES, _LANES = 19 * 1024, 2, 1  # KiB, and of argon2id
_AT_ONCE = BoundedSemaphore(2)  # many who guess at once take no more memory than two
_HASHER = PasswordHasher(time_cost=_PASSES, memory_cost=_MEMORY, parallelism=_LANES)
_NOBODYS = _HASHER.hash(secrets.token_hex())  # compared with where there is no such account


def hashed(password: str) -> str:
    """Return what is kept of a password. Raises ValueError where it is too short or too long."""
    if not LEAST <= len(password) <= MOST:
        raise ValueError(f"a password has {LEAST} to {MOST} characters")
    with _AT_ONCE:
        return _HASHER.hash(password)


def is_password(password: str, kept: str | None) -> bool:
    """Tell whether a password is the one that something was kept of; as slow where nothing was."""
    with _AT_ONCE:
        try:
            return _HASHER.verify(kept or _NOBODYS, password[:MOST]) and kept is not None
        except (VerificationError, InvalidHashError):
            return False


def begun(accounts: Accounts, name: str, days: float) -> tuple[str, str]:
    """Sign an account in; return the token that shows it, and until when that holds.

    Raises MissingError if there is no account of that name.
    """
    token = secrets.token_urlsafe(32)
    at = datetime.now(UTC)
    until = utc(at + timedelta(days=days))
    accounts.begin(token, name, since=utc(at), until=until)
    return token, until

"""The tables of accounts. What is read, said and judged never refers to them."""

from sqlalchemy import Column, ForeignKey, Index, Table

from sayso.store.schema import metadata
from sayso.store.verbatim import Verbatim

# Who may sign in. Of a password only what a slow hash makes of it is kept.
accounts = Table(
    "accounts",
    metadata,
    Column("name", Verbatim, primary_key=True),
    Column("role", Verbatim, nullable=False),  # one of sayso.accounts.ROLES
    Column("password", Verbatim, nullable=False),
    Column("since", Verbatim, nullable=False),
    sqlite_with_rowid=False,
)

# Who is signed in, and what programs ask with. Of a token only its digest is kept.
sessions = Table(
    "sessions",
    metadata,
    Column("token", Verbatim, primary_key=True),  # SHA-256, in hexadecimal
    Column("account", Verbatim, ForeignKey(accounts.c.name, ondelete="CASCADE"), nullable=False),
    Column("since", Verbatim, nullable=False),
    Column("until", Verbatim, nullable=False),
    Index("sessions_account", "account"),
    sqlite_with_rowid=False,
)

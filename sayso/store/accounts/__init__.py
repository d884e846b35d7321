"""Who may sign in to the reader of a record: tables, and what is asked of them."""

from sayso.store.accounts.accounts import Accounts

__all__ = ["Accounts"]

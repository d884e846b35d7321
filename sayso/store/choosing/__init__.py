"""Which statements of the record are taken, by filters that mean the same wherever they stand."""

from sayso.store.choosing.filters import Filters

__all__ = ["Filters"]

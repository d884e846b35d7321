"""Which statements of the record are taken, by filters that mean the same wherever they stand."""

from sayso.store.choosing.filters import WAS_SAID, Filters, check_period

__all__ = ["WAS_SAID", "Filters", "check_period"]

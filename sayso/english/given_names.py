"""Given names -> whose they are: `sayso/data/english/given_names.csv`, by `train.given_names`."""

from functools import cache

from sayso.english.tables import rows


@cache
def sexes() -> dict[str, str]:
    """Return given names, folded, with m or f."""
    return {row["name"]: row["sex"] for row in rows("english/given_names.csv")}

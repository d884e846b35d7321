"""What notices of corrections are worded with: `sayso/data/english/notices.toml`."""

from functools import cache

from sayso.english.tables import either, listed


@cache
def notice_words(*kinds: str) -> str:
    """Return a pattern that matches the words of some lists, with any apostrophe or none."""
    words = frozenset[str]().union(*(listed("english/notices.toml", kind) for kind in kinds))
    return either(words).replace("'", "['’]?")

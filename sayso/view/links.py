"""What linking did or made -> lines of text."""

from typing import Protocol

from sayso.view.words import counted


class Counts(Protocol):
    """What linking did: see `sayso.link.linker.LinkCounts`."""

    @property
    def articles(self) -> int: ...  # noqa: D102
    @property
    def copies(self) -> int: ...  # noqa: D102
    @property
    def entities(self) -> int: ...  # noqa: D102
    @property
    def quotations(self) -> int: ...  # noqa: D102
    @property
    def claims(self) -> int: ...  # noqa: D102
    @property
    def denials(self) -> int: ...  # noqa: D102
    @property
    def conflicts(self) -> int: ...  # noqa: D102


_KINDS = ("entity", "quotation", "claim")


def summary(done: Counts) -> str:
    """Return what linking did, on one line."""
    parts = [counted(done.copies, "copy")]
    for kind, more in zip(_KINDS, (done.entities, done.quotations, done.claims), strict=True):
        parts.append(f"{counted(abs(more), kind)} {'more' if more >= 0 else 'fewer'}")
    parts += [counted(done.denials, "denial"), counted(done.conflicts, "conflict")]
    return f"{counted(done.articles, 'article')} linked: {', '.join(parts)}"

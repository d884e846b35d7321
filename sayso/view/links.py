"""What linking did or made -> lines of text."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Protocol

from sayso.corrections import holds_against
from sayso.judgements import Judgement
from sayso.view.characters import one_line
from sayso.view.words import counted

_ID = 19  # characters of an article's id that are shown


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


def judgement_lines(judgement: Judgement, against: Sequence[Judgement] = ()) -> Iterator[str]:
    """Yield the lines of what somebody decided; `against` are those that say otherwise."""
    subject, role = judgement.subject, judgement.subject.role or "article"
    taken = f"  taken back {taken_back(judgement)}" if judgement.withdrawn else ""
    place = f" {subject.span.start}-{subject.span.end}" if subject.span else ""
    yield f"{judgement.id}  {judgement.at[:10]}  {judgement.kind}  by {judgement.by}{taken}"
    reason = f"  {one_line(judgement.why)}" if judgement.why else ""
    yield f"    {subject.article[:_ID]} {role}{place}{_object(judgement.object)}{reason}"
    for other in against:
        ends = "which holds" if holds_against(other, judgement) else "overruled"
        yield f"    against {other.id} of {one_line(other.by)}, {other.at[:10]}, {ends}"


def taken_back(judgement: Judgement) -> str:
    """Return when a judgement was taken back, by whom and why."""
    by = f" by {one_line(judgement.withdrawn_by)}" if judgement.withdrawn_by else ""
    why = f": {one_line(judgement.withdrawn_why)}" if judgement.withdrawn_why else ""
    return f"{judgement.withdrawn[:10]}{by}{why}"


def _object(given: Mapping[str, Any]) -> str:
    """Return what something is judged to be: another thing by its place, or values."""
    if "article" in given:
        start, end = given.get("span") or (0, 0)
        place = f" {start}-{end}" if end else ""
        return f" → {str(given['article'])[:_ID]} {given.get('role') or 'article'}{place}"
    words = ", ".join(f"{name} {value}" for name, value in given.items())
    return f" → {one_line(words)}" if words else ""

"""What linking did or made -> lines of text."""

from collections.abc import Iterator
from typing import Protocol

from sayso.english.excerpts import shorten
from sayso.judgements import Judgement
from sayso.linked import AGAINST, Claim, Copy, Entity, Quotation
from sayso.view.characters import one_line
from sayso.view.words import counted, percent

_WIDE = 160  # characters of a claim's words
_MOST = 6  # names or roles that are shown
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


def copy_lines(copy: Copy) -> Iterator[str]:
    """Yield the lines of a related pair of articles."""
    shares = f"{percent(copy.share_a)} and {percent(copy.share_b)}"
    yield f"{copy.relation:11}  {_article(copy, 0)}  {_article(copy, 1)}  {shares}"
    yield f"    {one_line(copy.why)}{f'; from {copy.origin}' if copy.origin else ''}"


def _article(copy: Copy, place: int) -> str:
    return one_line(copy.given[place]) or (copy.a, copy.b)[place][:_ID]


def claim_lines(claim: Claim) -> Iterator[str]:
    """Yield the lines of a claim."""
    yield f"{claim.id}  {claim.first or '-'}  {shorten(one_line(claim.text), _WIDE)}"
    parts = [counted(len(claim.statements), "statement"), counted(claim.articles, "article")]
    parts += [counted(claim.outlets, "outlet")]
    if claim.independent is not None:
        parts.append(counted(claim.independent, "independent origin"))
    against = sum(each.kind in AGAINST for each in claim.answers)
    rivals = sum(each.kind == "conflicts" for each in claim.answers)
    parts += [counted(against, "denial")] if against else []
    parts += [counted(rivals, "conflict")] if rivals else []
    yield f"    {', '.join(parts)}"


def quotation_lines(quotation: Quotation) -> Iterator[str]:
    """Yield the lines of a quotation."""
    changes = [each.kind for variant in quotation.variants for each in variant.changes]
    kinds = ", ".join(sorted(set(changes)))
    yield f"{quotation.id}  {counted(len(quotation.statements), 'statement')}  {kinds}"
    yield f"    {one_line(quotation.why)}"


def entity_lines(entity: Entity) -> Iterator[str]:
    """Yield the lines of an entity."""
    counts = counted(len(entity.actors), "actor")
    yield f"{entity.id}  {one_line(entity.name)}  {entity.type}  {counts}"
    names = [one_line(name) for name in entity.names if name != entity.name]
    roles = [one_line(role.text) for role in entity.roles]
    for words in (names, roles):
        if words:
            yield f"    {'; '.join(words[:_MOST])}{' …' if len(words) > _MOST else ''}"


def judgement_lines(judgement: Judgement) -> Iterator[str]:
    """Yield the lines of what somebody decided."""
    subject, role = judgement.subject, judgement.subject.role or "article"
    taken = f"  taken back {judgement.withdrawn[:10]}" if judgement.withdrawn else ""
    place = f" {subject.span.start}-{subject.span.end}" if subject.span else ""
    yield f"{judgement.id}  {judgement.at[:10]}  {judgement.kind}  by {judgement.by}{taken}"
    reason = f"  {one_line(judgement.why)}" if judgement.why else ""
    yield f"    {subject.article[:_ID]} {role}{place}{reason}"

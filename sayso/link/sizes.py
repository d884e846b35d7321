"""Groups -> how much each is, so that lists need not read what is made of it."""

from collections.abc import Iterable, Iterator

from sayso.link.room import Group
from sayso.linked import AGAINST, Claim, Entity, Quotation
from sayso.nodes import GroupRow, SizeRow


def sizes(groups: Iterable[tuple[Group, GroupRow]]) -> Iterator[SizeRow]:
    """Yield how much each group is that lists show; of what has no value there is nothing to show.

    How many items and articles an entity or a quotation has, its ledger counts.
    """
    for group, row in groups:
        own = SizeRow(row.number, row.id, row.first)
        value = group.value
        if isinstance(value, Claim):
            yield _of_claim(own, value)
        elif isinstance(value, Entity):
            yield own._replace(kind=value.type, words=value.name)
        elif isinstance(value, Quotation):
            yield own


def _of_claim(own: SizeRow, claim: Claim) -> SizeRow:
    plain = [each for each in claim.answers if each.is_plain]
    return own._replace(
        last=claim.last,
        size=len(claim.statements),
        articles=claim.articles,
        outlets=claim.outlets,
        origins=claim.independent,
        answers=len(plain),
        opposed=sum(each.kind != "confirms" for each in plain),
        against=sum(each.kind in AGAINST for each in plain),
        words=claim.words,
    )

"""Claims that new articles touch -> new independent origins of them, and first denials."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from sayso.linked import AGAINST, Answer, Claim
from sayso.store import Said, Store
from sayso.store.watching import Fact
from sayso.view.characters import one_line
from sayso.view.words import counted
from sayso.watch.noticing.events import Event, in_short, newest_first, outlet, saying

ORIGIN, DENIAL = "origin", "denial"
_LOOKED_AT = 60  # statements of a claim, or against it, that are looked at
# Chance that a denial is a statement, and is one of the claim. Of what the sample, and the dev sets
# of conflict and stories, would tell without it 42 of 87 are right, of what is as sure 33 of 51.
_SURE = 0.5
_VERBS = {"denies": "is denied", "rejects": "is rejected", "corrects": "is put right"}


@dataclass(frozen=True, slots=True)
class New:
    """New articles, by their ids, and what of them and others is known already."""

    store: Store
    articles: Collection[str]

    def old(self, articles: Collection[str]) -> set[str]:
        """Return which of some articles were there before watching began."""
        return self.store.alerts.old(articles)


def of_claims(new: New, claims: Sequence[Claim]) -> Iterator[tuple[list[Event], list[Fact]]]:
    """Yield what each claim brings that is new, and what is known of it by then.

    What one statement denies, or several that say the same, is told of the claim of most articles
    alone.
    """
    denials: set[str] = set()
    for claim in sorted(claims, key=lambda each: (-each.articles, each.first, each.id)):
        yield _origins(new, claim)
        yield _denials(new, claim, denials)


def _origins(new: New, claim: Claim) -> tuple[list[Event], list[Fact]]:
    """Return that a claim has more independent origins than were known."""
    number = claim.independent
    if number is None or number < 2 or claim.articles < 2:
        return [], []
    facts = [Fact(ORIGIN, each, number) for each in claim.statements]
    old = new.old({name for origin in claim.origins for name in origin.articles})
    before = sum(1 for origin in claim.origins if old & set(origin.articles))
    known = new.store.alerts.known(ORIGIN, claim.statements)
    if number <= max(1, before, *known.values()):
        return [], facts
    brought = [each for each in claim.origins if set(each.articles) <= set(new.articles)]
    names = [one_line(each.name) for each in brought or claim.origins if each.name]
    said = _given(new, claim.statements)
    return [_event(claim, ORIGIN, said, (
        f"{_ordinal(number)} independent origin of {in_short(claim.words)}"
        + (f": {', '.join(names[:3])}" if names else ""),
        "; ".join(one_line(each.why) for each in brought[:3]),
    ))], facts  # fmt: skip


def _denials(new: New, claim: Claim, denials: set[str]) -> tuple[list[Event], list[Fact]]:
    """Return that a claim is denied by whom nobody knew to deny anything of it.

    `denials` are those that are told in this batch: statements, and claims that they are of.
    """
    against = {each.statement: each for each in claim.answers if each.kind in AGAINST}
    ids = [name for name, each in against.items() if each.is_plain]
    sure = [each for each in _given(new, ids) if _is_sure(against[each.statement.id], each)]
    facts = [Fact(DENIAL, each.statement.id) for each in sure]
    known = new.store.alerts.known(DENIAL, [each.statement.id for each in sure])
    if not sure or known or new.old({each.article_id for each in sure}):
        return [], facts
    first = sure[0]
    its = against[first.statement.id]
    same = {its.claim, its.statement}
    if denials & same or _is_told(new, its.claim):
        return [], facts
    denials |= same - {""}
    words = f"{in_short(claim.words)} {_VERBS[its.kind]} for the first time: {saying(first)}"
    said = [*sure, *_given(new, claim.statements)]
    return [_event(claim, DENIAL, said, (words, one_line(its.why)))], facts


def _is_sure(answer: Answer, said: Said) -> bool:
    """Tell whether a statement is one, and turns against a claim, rather than not."""
    return answer.judged or answer.score * said.statement.score >= _SURE


def _is_told(new: New, denial: str) -> bool:
    """Tell whether what a claim says is known to be denied by it of another claim."""
    said = (each.statements for each in new.store.claims([denial] if denial else []))
    return any(new.store.alerts.known(DENIAL, each) for each in said)


def _given(new: New, ids: Sequence[str]) -> list[Said]:
    """Return some statements, those of new articles first."""
    return newest_first(new.store.given(ids[:_LOOKED_AT]), new.articles)


def _event(claim: Claim, kind: str, said: Sequence[Said], words: tuple[str, str]) -> Event:
    number = str(claim.independent) if kind == ORIGIN else ""
    first = said[0] if said else None
    size = f"{counted(claim.articles, 'article')}, {counted(claim.outlets, 'outlet')}"
    return Event(
        kind=kind,
        anchors=(min(claim.statements), number),
        words=words[0],
        why=words[1],
        article=first.article_id if first else "",
        said=said,
        lines=(f"claim {claim.id}: {size}",),
        outlet=outlet(first) if first else "",
        url=first.url if first else "",
        texts=(claim.text, claim.heading),
        facts={
            "claim": {
                "id": claim.id,
                "words": claim.words,
                "independent": claim.independent,
                "origins": [each.name for each in claim.origins],
            }
        },
    )


def _ordinal(number: int) -> str:
    names = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh")
    word = names[number] if number < len(names) else f"{number}th"
    return word[:1].upper() + word[1:]

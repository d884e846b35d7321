"""A claim with its statements -> who says it and how, who denies it, and where it comes from."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from sayso.linked import AGAINST, Answer, Claim
from sayso.view.across.judged import JudgedLine
from sayso.view.across.origins import OriginView, origin_view
from sayso.view.across.tellings import (
    Telling,
    bare,
    in_quotes,
    outlets,
    people,
    speakers,
)
from sayso.view.characters import one_line
from sayso.view.leads import Lead
from sayso.view.statements import NOT_BY_NAME
from sayso.view.words import counted, percent, sureness

VERBS = {
    "denies": "denied it",
    "rejects": "rejected it",
    "corrects": "corrected it",
    "confirms": "confirmed it",
    "conflicts": "said otherwise",
}
"""How an answer reads behind whoever gives it, one or several."""


@dataclass(frozen=True, slots=True)
class Position:
    """What statements say in the same words, and what that does to the claim, if it answers one.

    `verb` reads behind the speakers: "denied it"; it is empty for statements of the claim itself
    that are no denials in themselves.
    `score`, and `sure`, which has it in words, are empty for these, and for what people judged.
    `first` is the earliest wording of the claim, empty for what answers it.
    """

    words: str
    tellings: tuple[Telling, ...]
    verb: str = ""
    score: str = ""
    sure: str = ""
    why: str = ""
    first: str = ""

    @property
    def pieces(self) -> tuple[tuple[str, bool], ...]:
        """Return the words in pieces, each with whether the earliest wording has them.

        Of what is no wording of the claim itself there are none.
        """
        return tuple(_pieces(self.first, self.words)) if self.first else ()

    @property
    def quoted(self) -> str:
        """Return the words in quotation marks."""
        return in_quotes(self.words)

    @property
    def speakers(self) -> tuple[str, ...]:
        """Return who says so, each once."""
        return speakers(self.tellings)

    @property
    def people(self) -> tuple[Lead, ...]:
        """Return the same, each with his page."""
        return people(self.tellings)

    @property
    def outlets(self) -> tuple[str, ...]:
        """Return who published it, each once."""
        return outlets(self.tellings)

    @property
    def articles(self) -> int:
        """Return how many articles have it."""
        return len({each.article_id for each in self.tellings})


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim as people read it; `summary` is one sentence, the others are in its order.

    `wordings` are its statements by their words, `against` what denies, rejects or corrects it,
    `rivals` what cannot hold together with it, `support` what confirms it, `perhaps` what may do
    any of these, `judged` what people decided of all these. Of very many statements `left` are
    left out.
    """

    id: str
    words: str
    summary: str
    origin_count: str
    first: str
    last: str
    wordings: tuple[Position, ...]
    against: tuple[Position, ...]
    rivals: tuple[Position, ...]
    support: tuple[Position, ...]
    perhaps: tuple[Position, ...]
    origins: tuple[OriginView, ...]
    judged: tuple[JudgedLine, ...] = ()
    left: int = 0

    def other_than(self, position: Position) -> str:
        """Return the id of the earliest statement of the claim in other words, if there is one.

        It is what those of `position` are parted from: nothing is parted from itself.
        """
        own = {each.id for each in position.tellings}
        every = (each.id for its in self.wordings for each in its.tellings if each.id not in own)
        return next(every, "")


def claim_view(
    claim: Claim, known: Mapping[str, Telling], judged: tuple[JudgedLine, ...] = ()
) -> ClaimView:
    """Return a claim in words; `known` are its statements, and its answers, by their ids."""
    its = [known[each] for each in claim.statements if each in known]
    every = [each for each in claim.answers if each.statement in known]
    answers = [each for each in every if each.is_plain]
    return ClaimView(
        id=claim.id,
        words=one_line(claim.words),
        summary=summary(claim),
        origin_count=origin_count(claim),
        first=claim.first or "no date",
        last=claim.last or "no date",
        wordings=tuple(wordings(its)),
        against=answering((each for each in answers if each.kind in AGAINST), known),
        rivals=answering((each for each in answers if each.kind == "conflicts"), known),
        support=answering((each for each in answers if each.kind == "confirms"), known),
        perhaps=answering((each for each in every if not each.is_plain), known),
        origins=tuple(origin_view(each, its) for each in claim.origins),
        judged=judged,
    )


def needed(claims: Iterable[Claim], *, most: int | None = None) -> list[str]:
    """Return the ids of all statements that views of some claims show, each once.

    Of a claim come `most` statements, the earliest, and as many answers, the surest.
    """
    ids: dict[str, None] = {}
    for claim in claims:
        ids |= dict.fromkeys(claim.statements[:most])
        ids |= dict.fromkeys(answer.statement for answer in surest(claim.answers, most))
    return list(ids)


def surest(answers: Sequence[Answer], most: int | None) -> Sequence[Answer]:
    """Return the surest of some answers, in their order, as many as `most`."""
    if most is None or len(answers) <= most:
        return answers
    kept = sorted(range(len(answers)), key=lambda n: _sure(answers[n]), reverse=True)[:most]
    return [answers[n] for n in sorted(kept)]


def summary(claim: Claim) -> str:
    """Return on one line how far a claim went: articles, outlets, origins, denials, rivals."""
    plain = [each for each in claim.answers if each.is_plain]
    against = sum(each.kind in AGAINST for each in plain)
    rivals = len({each.claim for each in plain if each.kind == "conflicts"})
    parts = [
        counted(claim.articles, "article"),
        counted(claim.outlets, "outlet") if claim.outlets else "",
        origin_count(claim),
        denied(against),
        counted(rivals, "rival claim") if rivals else "",
    ]
    return ", ".join(filter(None, parts))


def denied(times: int) -> str:
    """Return how often something is denied, nothing for never."""
    return f"denied {'once' if times == 1 else f'{times} times'}" if times else ""


def origin_count(claim: Claim) -> str:
    """Return how many independent origins a claim has; that nobody knows, where it is so."""
    if claim.independent is None:
        return "origins unknown" if claim.articles > 1 else ""
    return counted(claim.independent, "independent origin")


def wordings(tellings: Sequence[Telling]) -> Iterator[Position]:
    """Yield statements by their words, in the order of appearing.

    Where the words alone would read as what their speaker denies, the verb stands with them:
    "denies", that any soldier had died.
    """
    same: dict[tuple[str, str], list[Telling]] = defaultdict(list)
    for each in tellings:
        verb = each.line.act if each.line.act.startswith(NOT_BY_NAME) else ""
        same[bare(each.words), verb].append(each)
    first = tellings[0].words if tellings else ""
    for (_, verb), its in same.items():
        words = its[0].words
        yield Position(words, tuple(its), verb, first=first)


def answering(answers: Iterable[Answer], known: Mapping[str, Telling]) -> tuple[Position, ...]:
    """Return answers by their words and kind, the surest first; each has its surest reason."""
    same: dict[tuple[str, str], list[Answer]] = defaultdict(list)
    for each in answers:
        if each.statement in known:
            same[bare(known[each.statement].words), each.kind].append(each)
    surest = {key: max(its, key=_sure) for key, its in same.items()}
    ordered = sorted(same, key=lambda key: _sure(surest[key]), reverse=True)
    return tuple(
        Position(
            words=known[same[key][0].statement].words,
            tellings=tuple(known[each.statement] for each in same[key]),
            verb=VERBS.get(key[1], one_line(key[1])),
            score="" if surest[key].judged else percent(surest[key].score),
            sure="" if surest[key].judged else sureness(surest[key].score),
            why=one_line(surest[key].why),
        )
        for key in ordered
    )


def _sure(answer: Answer) -> tuple[bool, float]:
    """Return how sure an answer is: what people judged comes before all others."""
    return answer.judged, answer.score


def _pieces(first: str, words: str) -> Iterator[tuple[str, bool]]:
    """Yield a wording in pieces, each with whether the first wording has its words."""
    was, now = first.split(), words.split()
    matcher = SequenceMatcher(
        None, [bare(word) for word in was], [bare(word) for word in now], autojunk=False
    )
    for tag, _, _, start, end in matcher.get_opcodes():
        if end > start:
            yield " ".join(now[start:end]), tag == "equal"

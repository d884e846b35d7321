"""Whether scores are true: what sayso finds on the development sets -> scores, and what was right.

All are records of sayso's own, as `sayso extract` gives them.

- *statement*: right as the benchmark of attribution has it, content and source;
- *speaker*: of statements whose content is right and that sayso names a speaker of, whether the
  names fit those of the labels, as the benchmark of names has it; how its source is cut is
  no matter;
- *place*: of gold toponyms with coordinates that sayso finds and gives a place, whether it is
  within 161 km, or the very country or region.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from bench.reliability import BINS, Bin, Judged, Share, bins, error, parted
from bench.scorer import Match, Scored, match
from bench.tasks import attribution, places, speaker_names
from corpora.documents import Document
from sayso.errors import ReadError
from sayso.pipeline import Engine
from sayso.records import Article, Record
from sayso.view.doubt import DOUBTFUL

Measured = dict[str, list[Judged]]  # what was scored -> each of it

_SPEAKERS = frozenset({"frontline-dev"})  # data in which speakers are labelled by name
_PLACES = ("lgl", "geovirus")
DATA = (*attribution.DATA, *_PLACES)


class Read(NamedTuple):
    """A labelled text with sayso's record of it, how the statements of both pair, and which count.

    `scored` has the number in the record of each statement that counts.
    """

    document: Document
    record: Record
    matched: Match
    scored: dict[int, Scored]


def measure(engine: Engine, data: str) -> Measured:
    """Return what sayso scored in the texts of one of `DATA`.

    Raises ReadError, of the kind `absent` when the corpus is not on this machine.
    """
    if data in _PLACES:
        return {"place": list(_places(engine, data))}
    if data not in attribution.DATA:
        raise ReadError(data, "absent", "no such data")
    read = list(_read(engine, data))
    measured = {"statement": [each for one in read for each in _statements(one.matched)]}
    if data in _SPEAKERS:
        names = [case.chains for case in speaker_names.load(data)]
        measured["speaker"] = [
            each
            for one, gold in zip(read, names, strict=True)
            for each in _speakers(one, [chain.speakers for chain in gold])
        ]
    return measured


def by_kind(engine: Engine, every: Iterable[str]) -> dict[str, Measured]:
    """Return, for each kind of score, what was scored in the texts of each of `every`."""
    kinds: dict[str, Measured] = {}
    for data in every:
        for kind, judged in measure(engine, data).items():
            kinds.setdefault(kind, {})[data] = judged
    return kinds


def table(kind: str, sets: Measured) -> Iterator[str]:
    """Yield lines in Markdown: a row for each bin of scores of a kind, a column for each set."""
    yield f"| {kind} score | {' | '.join(sets)} |"
    yield "|---" * (len(sets) + 1) + "|"
    columns = [{each.start: each for each in bins(judged)} for judged in sets.values()]
    for start in sorted({start for column in columns for start in column}):
        cells = [_cell(column.get(start)) for column in columns]
        yield f"| {start * 100:.0f} to {start * 100 + 100 / BINS:.0f} | {' | '.join(cells)} |"
    errors = [f"{error(judged) * 100:.1f}" for judged in sets.values()]
    yield f"| calibration error | {' | '.join(errors)} |"
    for name, side in (("below", 0), ("from", 1)):
        cells = [_share(parted(judged, DOUBTFUL)[side]) for judged in sets.values()]
        yield f"| {name} {DOUBTFUL * 100:.0f} | {' | '.join(cells)} |"


def _cell(of: Bin | None) -> str:
    return f"{of.score * 100:.0f}: {_share(of.share)}" if of else ""


def _share(of: Share) -> str:
    """Return a share with its interval and of how many: `93 (91–95) of 650`."""
    if not of.total:
        return ""
    return f"{of.right * 100:.0f} ({of.low * 100:.0f}–{of.high * 100:.0f}) of {of.total}"


def figures(data: str) -> dict[str, float]:
    """Return the figures that may have a floor: the calibration error of each kind of score."""
    measured = measure(Engine.load(), data)
    return {f"{name}_calibration_error": error(judged) for name, judged in measured.items()}


def _read(engine: Engine, data: str) -> Iterator[Read]:
    documents = attribution.load(data)
    records = engine([Article(text=d.text, source=d.id, given_id=d.id) for d in documents])
    for document, record in zip(documents, records, strict=True):
        scored = {
            number: attribution.scored(statement)
            for number, statement in enumerate(record.statements)
            if data in attribution.NESTED or not record.provenance[number].reports
        }
        yield Read(document, record, match(document, list(scored.values())), scored)


def _statements(matched: Match) -> Iterator[Judged]:
    right = matched.right()[1]
    for number, item in enumerate(matched.predicted):
        yield Judged(item.scored.score, number in right)


def _speakers(read: Read, wanted: Sequence[Sequence[str]]) -> Iterator[Judged]:
    """Yield the speakers that are named; `wanted` are the names for each gold statement."""
    names = {actor.id: actor.name for actor in read.record.actors}
    numbers = {id(scored): number for number, scored in read.scored.items()}
    gold = {id(labelled): n for n, labelled in enumerate(read.document.statements)}
    for pair in read.matched.pairs:
        number = numbers[id(read.matched.predicted[pair.predicted].scored)]
        labelled = gold[id(read.matched.gold[pair.gold].scored.labelled)]
        provenance = read.record.provenance[number]
        if provenance.speakers:
            said = [names[each] for each in provenance.speakers]
            outcome = speaker_names.outcome(said, wanted[labelled])
            yield Judged(provenance.score, outcome == "right")


def _places(engine: Engine, data: str) -> Iterator[Judged]:
    articles = places.load(data)
    records = engine([places.article_of(placed) for placed in articles])
    placed_in = {record.article.given_id: record.places for record in records}
    for each in places.judge(articles, lambda article, _: placed_in[article.given_id]):
        if each.place.location.name:
            yield Judged(each.place.score, each.right)

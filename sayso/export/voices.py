"""Record -> who speaks, what the words do and how they came, as people read it.

The page, the terminal and the commands that search the record share these words.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sayso.export.wording import excerpt, interval, joined, one_line, within
from sayso.records import Act, Actor, Record, Span, Spans

# How each kind of link reads before the name of whoever passed the words on.
_LINK_WORDS = {
    "told": "told",
    "reported": "reported by",
    "citing": "cited by",
    "according": "according to",
    "quoted": "quoted by",
    "credit": "credited to",
    "dateline": "filed by",
    "byline": "bylined",
}
_NOT_BY_NAME = ("denies", "rejects", "refuses", "declines")  # acts whose name says that it is not
_WORDS = 80  # characters of the text's own words inside a line


@dataclass(frozen=True, slots=True)
class Line:
    """One statement in a list that spans articles, every part in words already.

    `act` is as `act_words` makes it, each element of `chain` as `link_words` makes it; empty
    strings and tuples mean that there is nothing to show.
    """

    date: str
    outlet: str
    title: str
    article_id: str
    speaker: str
    words_of_source: str
    act: str
    content: str
    chain: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    addressee: str = ""
    said_at: str = ""


class Step(NamedTuple):
    """One step of a chain: how the words were passed on, by whom, and where the text says so."""

    how: str
    actor: Actor
    span: Span

    @property
    def words(self) -> str:
        """Return the step as it reads: "told Northwire"."""
        return f"{self.how} {one_line(self.actor.name)}"


class Remark(NamedTuple):
    """Something said about a statement, with the place in the text that it rests on."""

    words: str
    span: Span


def actors_by_id(record: Record) -> dict[str, Actor]:
    """Return the record's actors by their ids."""
    return {actor.id: actor for actor in record.actors}


def speakers(record: Record, number: int) -> list[Actor]:
    """Return who speaks in the statement at an index, nobody where the text makes it not clear."""
    known = actors_by_id(record)
    return [known[each] for each in record.provenance[number].speakers]


def speaker_name(record: Record, number: int) -> str:
    """Return the names of who speaks, or an empty string."""
    return joined([one_line(actor.name) for actor in speakers(record, number)])


def cue_words(record: Record, number: int, limit: int = _WORDS) -> str:
    """Return the reporting words, or an empty string for a mere colon or dash."""
    words = excerpt(record.article.text, record.statements[number].cue, limit)
    return words if any(map(str.isalnum, words)) else ""


def source_words(record: Record, number: int, limit: int = _WORDS) -> str:
    """Return the source's own words where they are not the speaker's name, or an empty string."""
    words = excerpt(record.article.text, record.statements[number].source, limit).rstrip(" ,;:")
    return "" if words == speaker_name(record, number) else words


def speaker_line(record: Record, number: int, limit: int = _WORDS) -> str:
    """Return who speaks: `Marek Dunov (“he”)`, or `nobody named: …` with the reason."""
    name, words = speaker_name(record, number), source_words(record, number, limit)
    return name_line(name or nobody(record, number), words)


def name_line(name: str, words: str) -> str:
    """Return a name with the words that stand for it in the text, where there are others."""
    return f"{name} (“{words}”)" if words else name


def nobody(record: Record, number: int) -> str:
    """Return why a statement has no speaker."""
    reason = within(one_line(record.provenance[number].why))
    return f"nobody named: {reason}" if reason else "nobody named"


def act_line(record: Record, number: int) -> str:
    """Return what a statement does, with its denial and its condition in words."""
    act = record.acts[number]
    return act_words(act, condition_words(record, act.condition))


def act_words(act: Act, condition: str = "") -> str:
    """Return what an act does: `denies`, `asserts: not so`, `offers, on condition “if …”`."""
    left_open = mood(act, condition)
    return f"{act_name(act)}, {left_open}" if left_open else act_name(act)


def act_name(act: Act) -> str:
    """Return the verb of an act; where it does not say so itself, with "not so" for a denial."""
    return f"{act.name}: not so" if says_not(act) and act.name not in _NOT_BY_NAME else act.name


def says_not(act: Act) -> bool:
    """Tell whether a claim is put forward as not so."""
    return act.polarity == "neg"


def mood(act: Act, condition: str = "") -> str:
    """Return how far an act is left open: `possibly`, `on condition “…”`, or an empty string."""
    if act.modality == "conditional" or condition:
        return f"on condition “{condition}”" if condition else "on a condition"
    return "possibly" if act.modality == "possible" else ""


def condition_words(record: Record, condition: Spans) -> str:
    """Return the words of a condition on one line."""
    return excerpt(record.article.text, condition, _WORDS)


def link_words(kind: str, name: str) -> str:
    """Return how a link of a chain reads: `told Northwire`, `reported by the Post`."""
    return f"{_LINK_WORDS.get(kind, kind)} {one_line(name)}"


def chain_steps(record: Record, number: int) -> list[Step]:
    """Return the links of a statement's chain in order, from the speaker to the reader."""
    known = actors_by_id(record)
    return [
        Step(_LINK_WORDS.get(link.kind, link.kind), known[link.actor], link.span)
        for link in record.provenance[number].links
    ]


def chain_line(record: Record, number: int) -> str:
    """Return the chain on one line, `→ told Northwire → reported by the Post`, or nothing."""
    return arrows([step.words for step in chain_steps(record, number)])


def arrows(steps: Sequence[str]) -> str:
    """Return the steps of a chain, each behind an arrow."""
    return " ".join(f"→ {step}" for step in steps)


def addressee(record: Record, number: int) -> Actor | None:
    """Return to whom it was said, unless the chain says so already."""
    provenance = record.provenance[number]
    told = {link.actor for link in provenance.links if link.kind == "told"}
    if not provenance.addressee or provenance.addressee in told:
        return None
    return actors_by_id(record)[provenance.addressee]


def channel(record: Record, number: int) -> Remark | None:
    """Return the words for how it was said: "in a televised address"."""
    span = record.provenance[number].channel
    return Remark(excerpt(record.article.text, [span], _WORDS), span) if span else None


def said_at(record: Record, number: int) -> Remark | None:
    """Return when it was said, in the text's words and as a date where that is known."""
    time = record.provenance[number].said_at
    if time is None:
        return None
    words = excerpt(record.article.text, [time.mention], _WORDS)
    known = interval(time.start, time.end) or (
        "" if time.value.startswith("XXXX") else one_line(time.value)
    )
    return Remark(f"said {words} ({known})" if known and known != words else f"said {words}",
                  time.mention)  # fmt: skip


def way_line(record: Record, number: int) -> str:
    """Return on one line how a statement came: its chain, to whom, by what, and when."""
    to = addressee(record, number)
    remarks = [channel(record, number), said_at(record, number)]
    parts = [chain_line(record, number), f"to {one_line(to.name)}" if to else ""]
    parts += [remark.words for remark in remarks if remark]
    return " · ".join(filter(None, parts))


def spoken(record: Record) -> dict[str, list[int]]:
    """Return, for each actor's id, the indices of the statements in which that actor speaks."""
    found: dict[str, list[int]] = {actor.id: [] for actor in record.actors}
    for number, provenance in enumerate(record.provenance):
        for each in dict.fromkeys(provenance.speakers):
            found[each].append(number)
    return found


def carried(record: Record) -> dict[str, list[int]]:
    """Return, for each actor's id, the indices of the statements which that actor passes on."""
    found: dict[str, list[int]] = {actor.id: [] for actor in record.actors}
    for number, provenance in enumerate(record.provenance):
        for each in dict.fromkeys(link.actor for link in provenance.links):
            found[each].append(number)
    return found

"""Statements of a record -> who speaks, what the words do, and how they came, as people read it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sayso.records import Act, Provenance, Record, Span, Spans, Statement, Timex
from sayso.view.actors import ActorName, actor_names
from sayso.view.characters import one_line
from sayso.view.dates import interval
from sayso.view.doubt import Doubt, doubts
from sayso.view.layout import Mark, marks_of
from sayso.view.words import UNSAID, Remark, joined, percent, quoted, remark, sureness, within

# How each kind of link reads before the name of whoever passed the words on.
_LINKS = {
    "told": "told",
    "reported": "reported by",
    "citing": "cited by",
    "according": "according to",
    "quoted": "quoted by",
    "credit": "credited to",
    "dateline": "filed by",
    "byline": "bylined",
}
_VERBS = {"other": "says"}  # of acts whose name is no verb
NOT_BY_NAME = ("denies", "rejects", "refuses", "declines")  # acts whose name says that it is not


@dataclass(frozen=True, slots=True)
class ActView:
    """What a statement does: its verb, whether it denies, and how far it is left open.

    `mood` is `possibly`, `on a condition` or empty; `condition` has the words where there are any.
    Where `said`, one of `SAID`, is not yes, the verb tells that ("not said") and nothing else is.
    """

    said: str
    verb: str
    denies: bool
    mood: str
    condition: Remark | None

    @property
    def left_open(self) -> str:
        """Return how far the act is left open, with the words of the condition."""
        return f"on condition “{self.condition.words}”" if self.condition else self.mood

    @property
    def words(self) -> str:
        """Return the act in words: `denies`, `offers, on condition “if …”`."""
        return f"{self.verb}, {self.left_open}" if self.left_open else self.verb


class Step(NamedTuple):
    """One step of a chain: how the words were passed on, by whom, and where the text says so."""

    how: str
    actor: ActorName
    span: Span

    @property
    def words(self) -> str:
        """Return the step as it reads: "told Northwire"."""
        return f"{self.how} {self.actor.name}"


class Part(NamedTuple):
    """Words of a source or a cue, or, without a role, what stands for the text between them."""

    role: str
    words: str


class Reason(NamedTuple):
    """What a reason is for, with how sure that is, and the reason in a sentence."""

    label: str
    why: str


@dataclass(frozen=True, slots=True)
class StatementView:
    """A statement as people read it. `number` counts from 1, and so does `inside`, 0 for none.

    `nobody` says why there are no `speakers`. `doubts` tell what of it is doubtful.
    `source` and `cue` are the text's words, empty where they say no more than the name does or than
    a colon; `attribution` has both, in the order of the text. `marks` are the exact places of all
    the parts.
    """

    number: int
    id: str
    kind: str
    score: str
    sure: str
    doubts: tuple[Doubt, ...]
    speakers: tuple[ActorName, ...]
    nobody: str
    act: ActView
    source: str
    cue: str
    attribution: tuple[Part, ...]
    content: str
    chain: tuple[Step, ...]
    addressee: ActorName | None
    channel: Remark | None
    said_at: Remark | None
    inside: int
    reasons: tuple[Reason, ...]
    marks: tuple[Mark, ...]

    @property
    def speaker(self) -> str:
        """Return the names of the speakers in one phrase."""
        return joined([each.name for each in self.speakers])

    @property
    def way(self) -> str:
        """Return on one line how the words came: the chain, to whom, by what, and when."""
        parts = [arrows([step.words for step in self.chain])]
        parts.append(f"to {self.addressee.name}" if self.addressee else "")
        parts += [each.words for each in (self.channel, self.said_at) if each]
        return " · ".join(filter(None, parts))


def statement_views(record: Record) -> tuple[StatementView, ...]:
    """Return the record's statements in order."""
    names = actor_names(record)
    numbers = {statement.id: n for n, statement in enumerate(record.statements, 1)}
    every = range(1, len(record.statements) + 1)
    return tuple(_statement(record, n, names, numbers) for n in every)


def _statement(
    record: Record, number: int, names: Mapping[str, ActorName], numbers: Mapping[str, int]
) -> StatementView:
    at, text = number - 1, record.article.text
    statement, act, provenance = record.statements[at], record.acts[at], record.provenance[at]
    speakers = tuple(names[each] for each in provenance.speakers)
    source = _source(text, statement, joined([each.name for each in speakers]))
    cue = _cue(text, statement)
    channel = provenance.channel
    return StatementView(
        number=number,
        id=one_line(statement.id),
        kind=one_line(statement.kind),
        score=percent(statement.score),
        sure=sureness(statement.score),
        doubts=doubts(statement, provenance),
        speakers=speakers,
        nobody="" if speakers else _nobody(provenance),
        act=act_view(act, text),
        source=source,
        cue=cue,
        attribution=_attribution(text, statement, source, cue),
        content=quoted(text, statement.content),
        chain=tuple(
            Step(link_how(link.kind, act.said), names[link.actor], link.span)
            for link in provenance.links
        ),
        addressee=_addressee(provenance, names),
        channel=Remark(remark(text, [channel]), channel) if channel else None,
        said_at=_said_at(text, provenance.said_at, act.said),
        inside=numbers.get(provenance.reports, 0),
        reasons=tuple(_reasons(statement, act, provenance)),
        marks=tuple(marks_of(number, statement, act.said)),
    )


def _source(text: str, statement: Statement, name: str) -> str:
    words = quoted(text, statement.source).rstrip(" ,;:")
    return "" if words == name else words


def _cue(text: str, statement: Statement) -> str:
    words = quoted(text, statement.cue)
    return words if any(map(str.isalnum, words)) else ""


def _nobody(provenance: Provenance) -> str:
    """Return why a statement has no speaker."""
    reason = within(one_line(provenance.why))
    return f"nobody named: {reason}" if reason else "nobody named"


def _attribution(text: str, statement: Statement, source: str, cue: str) -> tuple[Part, ...]:
    """Return source and cue in the order of the text, with what stands between them."""
    parts = [(statement.source, Part("source", source)), (statement.cue, Part("cue", cue))]
    shown = sorted((spans, part) for spans, part in parts if part.words)
    if len(shown) < 2:
        return tuple(part for _, part in shown)
    (before, first), (after, second) = shown
    return (first, Part("", _joint(text, before, after)), second)


def _joint(text: str, before: Spans, after: Spans) -> str:
    between = text[before[-1].end : after[0].start] if before[-1].end <= after[0].start else " "
    return " … " if between.strip(" ,") else " " if between else ""


def _addressee(provenance: Provenance, names: Mapping[str, ActorName]) -> ActorName | None:
    """Return to whom it was said, unless the chain says so already."""
    listeners = {link.actor for link in provenance.links if link.kind == "told"}
    return None if provenance.addressee in listeners else names.get(provenance.addressee)


def _said_at(text: str, time: Timex | None, said: str) -> Remark | None:
    """Return when it was said, in the text's words and as a date where that is known."""
    if time is None:
        return None
    words = remark(text, [time.mention])
    known = interval(time.start, time.end)
    if not known and not time.value.startswith("XXXX"):
        known = time.value
    meaning = one_line(known)
    more = f" ({meaning})" if meaning and meaning != words else ""
    return Remark(when_said(f"{words}{more}", said), time.mention)


def when_said(time: str, said: str) -> str:
    """Return how a time of saying reads: `said Friday`, and of what was not said `when: Friday`."""
    return f"said {time}" if said == "yes" else f"when: {time}"


def _reasons(statement: Statement, act: Act, provenance: Provenance) -> Iterator[Reason]:
    sure = f" {percent(provenance.score)}" if provenance.speakers else ""
    whys = (
        (f"Statement {percent(statement.score)}", statement.why),
        (f"Speaker{sure}", provenance.why),
        ("Act" if act.said == "yes" else UNSAID[act.said].capitalize(), act.why),
    )
    for label, why in whys:
        yield Reason(label, one_line(why) or "no reason was given.")


def act_view(act: Act, text: str = "") -> ActView:
    """Return an act in words; `text` is that of the article, empty where it is not at hand."""
    if act.said != "yes":
        return ActView(act.said, UNSAID[act.said], denies=False, mood="", condition=None)
    denies = act.polarity == "neg"
    verb = one_line(_VERBS.get(act.name, act.name))
    words = remark(text, act.condition)
    open_ = "on a condition" if act.modality == "conditional" or words else ""
    return ActView(
        said=act.said,
        verb=f"{verb}: not so" if denies and act.name not in NOT_BY_NAME else verb,
        denies=denies,
        mood=open_ or ("possibly" if act.modality == "possible" else ""),
        condition=Remark(words, act.condition[0]) if words else None,
    )


def link_how(kind: str, said: str = "yes") -> str:
    """Return how a link of a chain reads before its name: `told`, `reported by`.

    Whom a statement that was not `said` would have been told reads `to`.
    """
    if kind == "told" and said != "yes":
        return "to"
    return _LINKS.get(kind, one_line(kind))


def arrows(steps: Sequence[str]) -> str:
    """Return the steps of a chain, each behind an arrow."""
    return " ".join(f"→ {step}" for step in steps)

"""A statement -> what it does, by rules over its cue and its content.

The cue is looked up in a lexicon; where the cue is neutral, rules over the content decide. Both
are data (`sayso/data/acts.csv`, `act-contents.csv`, lists in `acts.toml`); `docs/acts.md` explains
them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product

from sayso.english.excerpts import GAP, shorten
from sayso.english.function_words import articles, owners
from sayso.english.pronouns import subjects
from sayso.english.tables import either, listed, rows
from sayso.records import Article, Spans, Statement
from sayso.resolve.acts import cue_lexicon
from sayso.resolve.acts.content import Content, clause_starts, content_of, plainly


def _any_of(name: str) -> str:
    """Return a pattern that matches each of a list of `sayso/data/acts.toml`."""
    return either(listed("acts.toml", name))


# What a cue does when it is negated: act, polarity, modality.
_NEGATED = {
    "asserts": ("declines", "pos", "certain"),
    "believes": ("believes", "neg", "certain"),
    "wants": ("wants", "neg", "certain"),
    "demands": ("asserts", "neg", "certain"),
    "proposes": ("asserts", "neg", "certain"),
    "offers": ("refuses", "neg", "certain"),
    "promises": ("refuses", "neg", "certain"),
    "threatens": ("asserts", "neg", "certain"),
    "accuses": ("asserts", "neg", "certain"),
    "criticises": ("asserts", "neg", "certain"),
    "supports": ("rejects", "neg", "certain"),
    "rejects": ("concedes", "pos", "possible"),
    "denies": ("concedes", "pos", "certain"),
    "confirms": ("declines", "pos", "certain"),
    "concedes": ("denies", "neg", "certain"),
    "declines": ("asserts", "pos", "certain"),
    "refuses": ("offers", "pos", "certain"),
    "asks": ("asserts", "neg", "certain"),
    "other": ("refuses", "neg", "certain"),
}

# Reporting words of things that do not speak: "did not show" states, it does not decline.
_MUTE = listed("acts.toml", "mute")

# The rules that have a say, by how the lexicon reads a cue, in order.
_SCOPES = {
    "open": ("own", "question", "start", "main", "text"),
    "weak": ("own", "question", "start", "main", "text"),
    "confirm": ("own",),
    "announce": ("own", "announce", "start", "main", "text"),
    "warn": ("warn",),
    "name": ("name",),
}
_ANYWHERE = frozenset({"main", "text"})
_THREATENING = frozenset({"open", "weak", "announce", "warn"})
_WILL = r"(?:[13] ?(?:'ll|will|shall|(?:'m|am|'re|are|is|was|were) going to)|3 ?(?:would|'d))"

# What somebody declines to say: "to comment", "to give any details", "to be quoted".
_TO_SAY = re.compile(
    rf"to (?:\w+ly )?(?:{_any_of('speech')}|give (?:\w+ ){{0,2}}{_any_of('details')}"
    r"|provide (?:\w+ )?(?:detail|comment))"
)
_THE = either(articles() | owners())
_HE = either(subjects("third") - {"they"})  # whose verb shows the mood: "that he go"
# "his condolences", "to thank the donors", "his sincere apologies".
_COURTESY = re.compile(
    r"(?:\w+ ){0,2}(?:to (?:thank|congratulate|convey)"
    rf"|(?:\w+ )?{_any_of('courtesies')})"
)
# Something asked for: "a visa", "his asylum request", "the appeal".
_FAVOUR = re.compile(rf"(?:(?:{_THE}|any) )?(?:\w+ )?{_any_of('favours')}s?\b")
# "to retaliate", "bloody revenge", "a harsh response".
_REVENGE = re.compile(rf"(?:to )?(?:\w+ )?(?:{_any_of('revenge')}|a {_any_of('harsh')} response)")
_OWN_COMMITMENT = re.compile(rf"{either(owners())} (?:commitment|pledge|promise|resolve)\b")
_RULE_OUT = re.compile(r"to (?:rule out|exclude)\b")
# What states something, not a mere topic: "that it was out", "the fire was out".
_STATES = re.compile(
    r"^\s*[\"']|^\s*(?:that|how|why|whether)\b|\b(?:is|are|was|were|will|would|has|have|had|can|could"
    r"|should|must|may|might|does|do|did)\b"
)
_QUESTION = re.compile(
    r"[\s\"']*(?:whether|why|what|how|if|who|when|where|which|about|is|are|does|do|did|can)\b"
)
_REQUEST = re.compile(
    r"[\s\"']*(?:for|to|not to|that)\b|.{1,60}?\b(?:not )?to [a-z]|.{1,60}\bfor\b"
)
_ORDER = re.compile(rf"[\s\"']*(?:not )?to (?!(?:have|be|{_THE}|me)\b)\w")
_TO_DO = re.compile(r"[\s\"']*(?:for|on|upon|to)\b")
# Something to do: "waiting a year", "that the town should wait", "both sides withdraw", "the mayor
# might try another road".
_ADVICE = re.compile(
    r"[\s\"']*(?:(?!during|nothing|something|everything|anything|according)\w+ing\b"
    r"|(?:that )?(?:[\w'-]+ ){1,5}?(?:should|be \w+ed|ought to"
    r"|(?:could|might) (?:begin|start|consider|try|meet))\b"
    rf"|(?:that )?(?:{_HE}|both \w+|all \w+) (?:withdraw|take|go|make|use|get|leave|stay"
    r"|run|do|try"
    r"|consider|step|give|drop|stop|meet|talk|have)\b)"
)
_HARM = rf"(?:{_any_of('harms')})"
_POLL = re.compile(r"\b(?:poll|polls|survey|surveys|draft|letter|document|text)\b")

_NOT_MET = re.compile(
    r"unless\b|if .{0,80}\b(?:not|n't|refus|fail|reject|declin|ignor|continu|attack|cross|clos)"
)
# What is threatened: "will attack", "shall swiftly respond", "is going to be over", "you are dead".
_COMES = re.compile(
    r"\b(?:will|would|'ll|shall|is going to) (?:\w+ly )?"
    rf"(?:{_any_of('reprisals')}|be {_any_of('ends')})|\bare (?:over|dead)\b"
)

# What says no more than that the holder holds what follows: "i think that", "he was confident".
_OPINION = re.compile(
    rf"{either(subjects())} (?:really |still |also |firmly )?(?:{_any_of('opinions')})(?: that)? "
)
_FIRST = re.compile(rf"[\"']*{either(subjects('first'))}(?=[ '])")
_PRONOUN = re.compile(rf"{either(subjects('third'))}(?=[ '])")
# A subject and the beginning of its verb: "the mayor of Almis | will", "italy | plans".
_NAMED = re.compile(
    r"((?:[\w.&'-]+ ){1,7}?)(?=(?:will|would|is|are|was|were|has|have|had|can|could|should|must"
    r"|does|do|did|plans?|intends?|wants?|wanted|hopes?|hoped|supports?|supported|remains?)\b)"
)
# Those for whom the holder speaks: "our army", "the foreign ministry".
_OWN_GROUP = re.compile(rf"(?:{either(owners())}|my|the) (?:\w+ )?{_any_of('own_groups')}")
_PRESS = re.compile(rf"\b(?:{_any_of('press')}|(?:news|report|witness)\w*)\b")
_STEM = 4
_MOST = 1200  # characters of a content that the rules look at
_GENERIC = listed("acts.toml", "generic")


@dataclass(frozen=True, slots=True)
class Verdict:
    """An act with its polarity and modality, before the content's own have been read.

    `by` is what decided: the "cue", the "content", or neither, when it asserts by "default".
    """

    act: str
    polarity: str
    modality: str
    why: str
    by: str = "cue"


@dataclass(frozen=True, slots=True)
class Parts:
    """What the rules look at: the words of a statement's parts, in lower case."""

    source: str
    cue: str
    content: Content
    quoted: bool


@dataclass(frozen=True, slots=True)
class ContentRule:
    """One row of `act-contents.csv`: the act of a content in which its pattern stands."""

    act: str
    polarity: str
    scope: str
    pattern: re.Pattern[str]
    example: str

    def match(self, words: str) -> re.Match[str] | None:
        """Return where the pattern stands in what its scope looks at."""
        search = self.pattern.search if self.scope in _ANYWHERE else self.pattern.match
        return search(words)


def parts_of(article: Article, statement: Statement) -> Parts:
    """Return what the rules look at in a statement."""
    return Parts(
        plainly(_words(article.text, statement.source)),
        plainly(_words(article.text, statement.cue)),
        content_of(article.text, statement.content),
        statement.kind == "direct",
    )


def _words(text: str, spans: Spans) -> str:
    return GAP.join(span.of(text) for span in spans)


def verdict_of(parts: Parts, *, unsaid: bool = False) -> Verdict:
    """Return what the rules make of a statement, by its cue and its content alone.

    Of what was not said the negation of the cue tells that alone: the act is the cue's own.
    """
    sense = cue_lexicon.find(parts.cue)
    if parts.source.strip() in {"question", "q"}:
        return Verdict("asks", "pos", "certain", "the source is a question")
    if sense is None:
        known = "no reporting words" if not parts.cue.strip(" :") else "unknown reporting words"
        return _by_content(parts, "open") or Verdict("asserts", "pos", "certain", known, "default")
    why = f"“{shorten(sense.words)}” is the cue"
    if sense.level != "lexicon":
        why = f"“{shorten(sense.words)}” is read as “{' '.join(sense.entry.words)}”"
    entry = sense.entry
    if sense.negated and not unsaid:
        mute = entry.act == "asserts" and (entry.reads == "weak" or entry.words[0] in _MUTE)
        name, polarity, modality = ("asserts", "neg", "certain") if mute else _NEGATED[entry.act]
        verdict = Verdict(name, polarity, modality, why + ", negated")
        return _refusal(parts, verdict) if entry.reads == "refuse" else verdict
    by = "default" if entry.act == "asserts" and entry.reads in {"open", "weak"} else "cue"
    verdict = Verdict(entry.act, entry.polarity, entry.modality, why, by)
    return _READERS.get(entry.reads, _fixed)(parts, verdict, entry.reads)


def _fixed(parts: Parts, verdict: Verdict, reads: str) -> Verdict:  # noqa: ARG001
    """Let the cue alone decide, save that "declined to endorse" refuses."""
    text = parts.content.text.lstrip(" \"'")
    silent = verdict.act == "declines" and parts.cue.split()[-1:] in (["declined"], ["declines"])
    if verdict.act in {"offers", "wants", "promises"} and _COURTESY.match(text):
        return Verdict("other", "pos", "certain", verdict.why + " of a courtesy")
    if verdict.act == "confirms" and (own := _by_content(parts, "confirm")):
        return own if own.act == "refuses" else verdict
    if verdict.act == "denies" and _FAVOUR.match(text):
        return Verdict("refuses", "neg", "certain", verdict.why + ", of something asked for")
    if verdict.act == "promises" and _REVENGE.match(text):
        return Verdict("threatens", "pos", "certain", verdict.why + " of revenge")
    if verdict.act == "confirms" and _OWN_COMMITMENT.match(text):
        return Verdict("promises", "pos", "certain", verdict.why + " of a commitment")
    if silent and text.startswith("to ") and not _TO_SAY.match(text):
        return Verdict("refuses", "neg", "certain", verdict.why + " before a deed")
    return verdict


def _open(parts: Parts, verdict: Verdict, reads: str) -> Verdict:
    """Let the content decide where it is plain, else the cue."""
    if _ORDER.match(parts.content.text) and re.search(
        r"\b(?:told|tell|tells|telling)\b", parts.cue
    ):
        return Verdict("demands", "pos", "certain", verdict.why + " before an infinitive")
    return _by_content(parts, reads) or verdict


def _topic(parts: Parts, verdict: Verdict, reads: str) -> Verdict:  # noqa: ARG001
    """Tell "commented on the fire", which states nothing, from "commented that it was out"."""
    if _STATES.search(parts.content.text):
        return _open(parts, verdict, "open")
    return Verdict("other", "pos", "certain", verdict.why + ", which names only a topic")


def _asked(parts: Parts, verdict: Verdict, reads: str) -> Verdict:  # noqa: ARG001
    text = parts.content.text
    if "?" in text or _QUESTION.match(text) or "about" in parts.cue:
        return verdict
    if re.search(r"\bask", parts.cue) and _REQUEST.match(text):
        return Verdict("demands", "pos", "certain", verdict.why + ", for something to be done")
    return verdict


def _named(parts: Parts, verdict: Verdict, reads: str) -> Verdict:
    if re.search(r"\bcall", parts.cue) and _TO_DO.match(parts.content.text):
        return Verdict("demands", "pos", "certain", verdict.why + ", for something to be done")
    return _by_content(parts, reads) or verdict


def _suggested(parts: Parts, verdict: Verdict, reads: str) -> Verdict:
    if _ADVICE.match(parts.content.text):
        return Verdict("proposes", "pos", "certain", verdict.why + " of something to do")
    if _POLL.search(parts.source):
        return Verdict(verdict.act, verdict.polarity, "certain", verdict.why)
    return verdict if reads == "suggest" else _open(parts, verdict, reads)


def _refused(parts: Parts, verdict: Verdict, reads: str) -> Verdict:  # noqa: ARG001
    return _refusal(parts, verdict)


def _refusal(parts: Parts, verdict: Verdict) -> Verdict:
    text = parts.content.text.lstrip(" \"'")
    if _RULE_OUT.match(text):
        return Verdict("refuses", "pos", "certain", verdict.why + " before “rule out”")
    if _TO_SAY.match(text):
        return Verdict("declines", "pos", "certain", verdict.why + " before a verb of speech")
    return verdict


_READERS = {
    "open": _open,
    "weak": _open,
    "topic": _topic,
    "announce": _open,
    "warn": _open,
    "ask": _asked,
    "name": _named,
    "suggest": _suggested,
    "refuse": _refused,
    "bare": _refused,
}


def _by_content(parts: Parts, reads: str) -> Verdict | None:
    """Return what the content does by the first rule that fits, or None."""
    content = parts.content
    if reads in _THREATENING and (threat := _ultimatum(content)):
        return Verdict("threatens", "pos", "certain", threat, "content")
    for scope in _SCOPES[reads]:
        if verdict := _by_rules(scope, looked_at(parts, scope)):
            return verdict
    return None


def looked_at(parts: Parts, scope: str) -> list[str]:
    """Return the words of a content that the rules of a scope look at.

    With `own` that is what follows the holder as subject, after "1" (I, we) or "3" (he, its, the
    name).
    """
    content = parts.content
    match scope:
        case "own":
            third = 0 if parts.quoted else _third(parts, content.main)
            starts = [(start, _FIRST.match(start)) for start in clause_starts(content.main)]
            firsts = ["1" + start[holder.end() :] for start, holder in starts if holder]
            return ["3" + content.main[third:], *firsts] if third else firsts
        case "start" if content.condition.end:
            return [content.sentence, content.main]
        case "start" | "announce" | "question":
            return [content.sentence]
        case "main":
            return [_OPINION.sub("", content.main, count=1)]
    return [content.text[:_MOST]]


def _by_rules(scope: str, texts: Sequence[str]) -> Verdict | None:
    for rule, text in product(content_rules(scope), texts):
        if telling := rule.match(text):
            shown = shorten(telling[0].lstrip("13 "))
            reason = f"“{shown}” in the content"
            return Verdict(rule.act, rule.polarity, "certain", reason, "content")
    return None


def _ultimatum(content: Content) -> str:
    """Return why a condition and what follows from it are a threat, or an empty string."""
    start, end = content.condition
    unless = _NOT_MET.match(content.text[start:end])
    if unless and (threat := _COMES.search(content.main)):
        return f"“{shorten(threat[0])}” if something is not done"
    return ""


@cache
def content_rules(scope: str) -> tuple[ContentRule, ...]:
    """Return the rules over contents of one scope, most telling first."""
    return tuple(
        ContentRule(
            row["act"],
            row["polarity"],
            scope,
            re.compile(row["pattern"].replace("<will>", _WILL).replace("<harm>", _HARM), re.DOTALL),
            row["example"],
        )
        for row in _table()
        if row["scope"] == scope
    )


@cache
def _table() -> tuple[dict[str, str], ...]:
    return tuple(rows("act-contents.csv"))


def _third(parts: Parts, main: str) -> int:
    """Return where the subject of `main` ends when it is the holder, spoken of, else 0."""
    if pronoun := _PRONOUN.match(main):
        return pronoun.end()
    named = _NAMED.match(main)
    if (
        named
        and not _PRESS.search(parts.source)
        and (_OWN_GROUP.match(named[1]) or _same(named[1], parts.source))
    ):
        return len(named[1].rstrip())
    return 0


def _same(subject: str, source: str) -> bool:
    """Return whether a name in `subject` is one in `source`, the ending aside (Italian, Italy)."""
    if "united states" in subject and re.search(r"\bu\.?s\b|\bamerican", source):
        return True
    names = {w[:_STEM] for w in re.findall(r"\w{4,}", source) if w not in _GENERIC}
    heads = [w for w in re.findall(r"\w{4,}", subject) if w not in _GENERIC]
    return any(w[:_STEM] in names for w in heads)

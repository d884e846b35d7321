"""A statement -> what it does: act, polarity, modality, condition, and whether it was said.

Two have a say: the rules over cue and content, and what the encoder reads in the same words.
`docs/acts.md` explains them.
"""

import math
import re

from sayso.english.excerpts import shorten
from sayso.english.tables import either, listed
from sayso.records import ACTS, MODALITIES, UNREAD, Act, Article, Reading, Statement
from sayso.resolve.acts.content import Content, hedge, is_negated
from sayso.resolve.acts.rules import Parts, Verdict, parts_of, verdict_of
from sayso.resolve.acts.said import said

# Acts whose content may be put forward as not so; of the others the polarity is the act's own.
_OPEN_POLARITY = frozenset(
    {"asserts", "confirms", "concedes", "believes", "wants", "promises", "demands", "proposes"}
)
_HEDGED = frozenset(
    {"asserts", "confirms", "concedes", "believes", "threatens", "accuses", "proposes", "promises"}
)
_CONDITIONED = _HEDGED | {"demands", "refuses", "offers", "supports", "wants"}
# A negated infinitive or clause is what these acts aim at ("urged them not to go").
_AIMED = frozenset({"demands", "promises", "wants", "proposes"})

_AGAINST = re.compile(r"\bnot to\b|\bnever to\b|\bno (?:more|longer|further)\b")

# How much the rules weigh beside the encoder's log-probabilities: by what decided the act, for
# the polarity and for the modality. Chosen on the development parts of frontline, PolNeAR and the
# conflict labels, that of the modality also on the part of PolNeAR that is kept to tune on.
TRUST = {"cue": 2.5, "content": 1.0, "default": 0.75}
POLARITY_TRUST = 1.5
MODALITY_TRUST = 1.5
# What stands in cue or content of an act that the encoder alone tells: "will strike", "is a lie".
_NEEDED = {
    name: re.compile(rf"\b{either(listed('acts.toml', f'of_{name}'))}")
    for name in ("threatens", "denies", "rejects")
}
_LEAST = 1e-4  # probability below which the encoder says no more
_ALWAYS_NEGATIVE = frozenset({"denies", "rejects", "refuses"})


def act(article: Article, statement: Statement, reading: Reading = UNREAD) -> Act:
    """Return what `statement` of `article` does; `reading` is what the encoder makes of it."""
    parts = parts_of(article, statement)
    was_said, unsaid = said(article, statement, reading)
    ruled = verdict_of(parts, unsaid=was_said == "no")
    settled = _settled(article.text, reading, ruled, parts)
    polarity, negated = _polarity(reading, settled, ruled, parts.content)
    modality, hedged = _modality(reading, settled, parts.content)
    condition = parts.content.spans(parts.content.condition) if modality == "conditional" else ()
    why = "; ".join(part for part in (settled.why, negated, hedged, unsaid) if part)
    return Act(settled.act, polarity, modality, condition, f"{why}.", was_said)


def _settled(text: str, reading: Reading, ruled: Verdict, parts: Parts) -> Verdict:
    """Return the verdict of the rules, or that of the encoder where it is surer than they are.

    The encoder is not heard where no word in cue or content is one that its act goes with: who
    "would take the wounded" threatens nobody.
    """
    if not reading.acts:
        return ruled
    words_of = f"{parts.cue} {parts.content.text}"
    scores = {name: _log(chance) for name, chance in zip(ACTS, reading.acts, strict=True)}
    scores[ruled.act] += TRUST[ruled.by]
    best = next(
        name
        for name in sorted(scores, key=scores.__getitem__, reverse=True)
        if name == ruled.act or name not in _NEEDED or _NEEDED[name].search(words_of)
    )
    if best == ruled.act:
        return ruled
    chance = reading.acts[ACTS.index(best)]
    words = shorten(reading.words.of(text))
    why = f"“{words}” and the words around it read as “{best}” ({chance:.0%})"
    return Verdict(best, "neg" if best in _ALWAYS_NEGATIVE else "pos", ruled.modality, why)


def _polarity(
    reading: Reading, settled: Verdict, ruled: Verdict, content: Content
) -> tuple[str, str]:
    """Return the polarity and why it is negative, where the act alone does not tell."""
    if settled.act in _ALWAYS_NEGATIVE | {"declines"}:
        return settled.polarity, ""
    by_rule = ruled.polarity == "neg"
    negated = by_rule or _is_negated(settled.act, content)
    negative = negated
    if reading.acts:
        odds = _log(reading.negative) - _log(1 - reading.negative)
        negative = odds + (POLARITY_TRUST if negated else -POLARITY_TRUST) > 0
    if not negative:
        return "pos", ""
    if by_rule and settled is ruled:
        return "neg", ""
    return "neg", "the content is negated" if negated else "the words read as negative"


def _is_negated(act: str, content: Content) -> bool:
    """Tell whether the content of an act that leaves its polarity open is negated."""
    if act in _AIMED and _AGAINST.search(content.main):
        return True
    return act in _OPEN_POLARITY and is_negated(content.main)


def _modality(reading: Reading, settled: Verdict, content: Content) -> tuple[str, str]:
    """Return the modality and why it is not certain."""
    start, end = content.condition
    hedged = hedge(content.main) if settled.act in _HEDGED else ""
    ruled, why = settled.modality, ""
    if settled.act in _CONDITIONED and end > start:
        ruled, why = "conditional", f"“{shorten(content.text[start:end])}” sets a condition"
    elif ruled == "certain" and hedged:
        ruled, why = "possible", f"“{hedged}” leaves it open"
    if not reading.acts:
        return ruled, why
    scores = {m: _log(chance) for m, chance in zip(MODALITIES, reading.modalities, strict=True)}
    scores[ruled] += MODALITY_TRUST
    if end <= start:
        scores.pop("conditional")
    best = max(scores, key=scores.__getitem__)
    if best == ruled or best == "certain":
        return best, why if best == ruled else ""
    return best, "the words leave it open" if best == "possible" else "the words set a condition"


def _log(chance: float) -> float:
    return math.log(max(chance, _LEAST))

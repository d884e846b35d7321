"""A pronoun or bare title -> the actor it stands for: candidates ranked by where they stand.

A log-linear ranking in the way of Denis and Baldridge (2008): each candidate gets a sum of
weights; the best one wins if it is likely enough against the others and against none of them.
"""

import math
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from sayso.english.names import owns
from sayso.english.pronouns import sexes_of_pronouns
from sayso.english.tables import listed, rows
from sayso.records import Span
from sayso.resolve.actors.offices import Likeness, Office, likeness
from sayso.resolve.actors.references import Reference
from sayso.resolve.actors.standing import FAR, Setting, between, standing
from sayso.resolve.layout import Layout

# Words of which one description holds either the ones or the others.
_SIDES = (
    (
        {"republican", "gop", "conservative", "tory"},
        {"democrat", "democratic", "labour", "liberal"},
    ),
    ({"former", "ex", "outgoing"}, {"current", "incumbent", "incoming"}),
    ({"president"}, {"vice"}),
)
_ANYBODY = listed("actors.toml", "anybody")
_MOST = 3  # words of an office that count
UNSURE = "nobody fits surely enough"
TRUST = 0.91  # of the odds: how often the ranking is right against what it says, frontline train
# Nobody is named who is less likely: of frontline's training part 5 of 14 descriptions below it
# were right. A higher line costs more of the titles of PolNeAR dev than it finds there.
_LEAST = {"nominal": 0.35, "pronoun": 0.3}
# Of references, each with weights of its own: "his" are he and she that are no subjects.
# A description is of a person, or of a body or paper.
KINDS = ("he", "his", "it", "they", "description", "body")
_KIND_OF_PRONOUN = {"he": "his", "she": "his", "it": "it", "they": "they"}
NAMES = (
    *("sentences", "same_sentence", "same_paragraph", "opens", "source", "often", "sex_known"),
    *("spoken", "within", "nominal", "pronoun", "unnamed"),
    *("spoke_last", "untyped", "document", "many"),
    *("head", "alike", "clash", "exact", "shared", "sides", "extra", "new_side", "other_side"),
    *("other_office", "rank", "named_so", "fresh", "fresh_words", "fresh_side", "fresh_owned"),
    *("owned", "worded", "same_type"),
    *("voice_sentences", "voice_opens", "voice_paragraph", "subject", "placed", "own_content"),
    *("reports_it", "spoke", "headline", "both_open", "behind_last", "speech_it"),
    "between",
)


@cache
def weights() -> dict[str, dict[str, float]]:
    """Return the weight of each number, and of "nobody", by kind of reference."""
    table = rows("antecedents.csv")
    return {row.pop("kind"): {name: float(x) for name, x in row.items()} for row in table}


@dataclass(slots=True)
class Cluster:
    """What has been gathered about one actor so far; grows as the text is read on."""

    number: int
    references: list[Reference] = field(default_factory=list)
    name: str = ""
    names: list[str] = field(default_factory=list)
    type: str = ""
    sex: str = ""
    many: bool = False
    heads: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    offices: tuple[Office, ...] = ()
    government: str = ""  # the government that it is, where it is one
    owner: "Cluster | None" = None  # whose lawyer, port or mayor it was first described as

    def last_before(self, at: int) -> Reference | None:
        """Return the last reference that begins before an offset."""
        later = bisect_left(self.references, at, key=lambda r: r.span.start)
        return self.references[later - 1] if later else None


@dataclass(frozen=True, slots=True)
class Choice:
    """An antecedent, or None, with the probability of the choice and the reason in words."""

    cluster: Cluster | None
    score: float
    why: str


Chooser = Callable[[Reference, Sequence[Cluster], Layout], Choice]


def choose(reference: Reference, clusters: Sequence[Cluster], layout: Layout) -> Choice:
    """Return the actor that a pronoun or a bare title most likely stands for."""
    kind = weights()[kind_of(reference, layout.text) or "description"]
    nobody = kind["nobody"]
    ranked = [
        (sum(kind[name] * value for name, value in numbers.items() if value), cluster)
        for cluster, numbers in candidates(reference, clusters, layout)
    ]
    if not ranked:
        return Choice(None, 0.0, "nobody before it fits")
    total, best = max(ranked, key=lambda each: (each[0], each[1].number))
    total_odds = sum(math.exp(t - total) for t, _ in ranked) + math.exp(nobody - total)
    score = round(TRUST / total_odds, 3)
    if total < nobody:
        return Choice(None, score, "nobody near enough fits")
    if score < _LEAST[reference.kind]:
        return Choice(None, score, UNSURE)
    return Choice(best, score, f"the nearest who fits is {best.name or 'unnamed'}")


def kind_of(reference: Reference, text: str) -> str:
    """Return which weights judge a reference, or nothing for one that is not judged so."""
    if reference.span.of(text).lower() in sexes_of_pronouns():
        return "he"
    if reference.kind == "nominal":
        kind = "description" if reference.type in {"person", ""} else "body"
        return kind if reference.definite and reference.head else ""
    return _KIND_OF_PRONOUN.get(reference.pronoun, "")


def candidates(
    reference: Reference, clusters: Iterable[Cluster], layout: Layout
) -> Iterator[tuple[Cluster, dict[str, float]]]:
    """Yield the actors that a reference may stand for, with their numbers."""
    fitting = [
        (cluster, last)
        for cluster in clusters
        if (last := cluster.last_before(reference.span.start))
        if fits(reference, cluster) and apart(reference, last)
    ]
    source = layout.source_before(reference.span.start)
    numbers = (
        _features(reference, cluster, last, layout, source) | _described(reference, cluster)
        for cluster, last in fitting
    )
    if reference.kind != "pronoun":
        yield from zip((cluster for cluster, _ in fitting), numbers, strict=True)
        return
    setting = Setting.of(reference.span, layout)
    later = between([last.span for _, last in fitting])
    for (cluster, _), known, others in zip(fitting, numbers, later, strict=True):
        spoke_last = bool(known["spoke_last"])
        stands = standing(setting, cluster.references, layout, spoke_last=spoke_last)
        yield cluster, known | stands | {"between": others}


def fits(reference: Reference, cluster: Cluster) -> bool:
    """Tell whether sex, number and type of an actor allow a pronoun or title."""
    if reference.pronoun in sexes_of_pronouns():
        person = cluster.type in {"person", ""} and not cluster.many and not _nobody(cluster)
        return person and cluster.sex in {"", reference.sex}
    if reference.pronoun == "it":
        return cluster.type in {"organisation", "government", "document", "place"}
    if reference.pronoun == "they":
        return cluster.many or cluster.type in {"organisation", "government", "group"}
    return reference.kind == "nominal" and agree(reference, cluster)


def _nobody(cluster: Cluster) -> bool:
    """Tell whether a cluster is nobody in particular, or an acronym taken for a person."""
    if cluster.names:
        return all(len(name) > 1 and name.isupper() for name in cluster.names)
    return bool(cluster.heads) and cluster.heads <= _ANYBODY


def agree(reference: Reference, cluster: Cluster) -> bool:
    """Tell whether nothing in a description speaks against an actor."""
    if reference.many != cluster.many or (reference.sex and cluster.sex not in {"", reference.sex}):
        return False
    if "person" in (reference.type, cluster.type) and reference.type != cluster.type:
        return False
    if "document" in (reference.type, cluster.type) and reference.type != cluster.type:
        return False
    mine = set(reference.role_words)
    return not any(
        mine & one and cluster.words & other and not cluster.words & one
        for side in _SIDES
        for one, other in (side, side[::-1])
    )


def apart(reference: Reference, last: Reference) -> bool:
    """Tell whether a candidate is not the phrase that the reference itself stands in."""
    return last.span.end <= reference.span.start


def _features(
    reference: Reference, cluster: Cluster, last: Reference, layout: Layout, source: Span | None
) -> dict[str, float]:
    """Return the numbers of `NAMES` for one candidate; `source` is who spoke last."""
    here, there = layout.spot(reference.span), layout.spot(last.whole)
    sentences = here.sentence - there.sentence
    inside = there.speech is not None and there.speech != here.speech
    own = bisect_left(cluster.references, reference.span.start, key=lambda r: r.span.start)
    return {
        "sentences": float(min(sentences, FAR)),
        "same_sentence": float(sentences == 0),
        "same_paragraph": float(here.paragraph == there.paragraph),
        "opens": float(there.opens),
        "source": float(last.span in layout.sources),
        "often": math.log(own),
        "sex_known": float(bool(reference.sex) and cluster.sex == reference.sex),
        "spoken": float(inside),
        "within": float(_owner(last.span, layout)),
        "nominal": float(last.kind == "nominal"),
        "pronoun": float(last.kind == "pronoun"),
        "unnamed": float(not cluster.names),
        "spoke_last": float(source is not None and _said(source, cluster)),
        "untyped": float(not cluster.type),
        "document": float(cluster.type == "document"),
        "many": float(cluster.many),
    }


def _described(reference: Reference, cluster: Cluster) -> dict[str, float]:
    """Return how what a description says stands to what an actor is wanted to be."""
    wanted = reference.offices[0] if reference.kind == "nominal" and reference.offices else None
    like = likeness(wanted, cluster.offices) if wanted else Likeness()
    fits = like.same or like.alike
    words, owned = bool(wanted and wanted.words), bool(wanted and wanted.owned)
    fresh = wanted is not None and not fits
    return {
        "head": float(like.same),
        "alike": float(like.alike),
        "clash": float(like.other),
        "exact": float(like.same and words and not like.extra and not like.new_side),
        "shared": float(min(like.shared, _MOST)),
        "sides": float(min(like.sides, _MOST)),
        "extra": float(min(like.extra, _MOST)),
        "new_side": float(like.new_side),
        "other_side": float(like.other_side),
        "other_office": float(like.other_office),
        "rank": float(like.rank),
        "named_so": float(reference.head in cluster.heads and not like.same),
        "fresh": float(fresh),
        "fresh_words": float(fresh and words),
        "fresh_side": float(fresh and wanted is not None and bool(wanted.sides)),
        "fresh_owned": float(fresh and owned),
        "owned": float(owned),
        "worded": float(words),
        "same_type": float(bool(wanted) and reference.type == cluster.type),
    }


def _said(source: Span, cluster: Cluster) -> bool:
    """Tell whether an actor is the source of the statement before."""
    first = bisect_left(cluster.references, source.end, key=lambda r: r.span.start)
    return any(r.span.overlaps(source) for r in cluster.references[max(first - 3, 0) : first])


def _owner(span: Span, layout: Layout) -> bool:
    """Tell whether a mention only owns something ("Ruel's proposal") or follows a preposition."""
    before = layout.text[max(span.start - 8, 0) : span.start].split(" ")
    owned = len(before) > 1 and before[-2] in {"of", "by", "for", "with"}
    return owned or owns(layout.text, span.end)

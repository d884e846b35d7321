"""Holders: whom the pronouns, titles and descriptions that speak in PolNeAR's training part mean.

Labelled by reading, for 592 articles; the texts and statements are PolNeAR's.
"""

import json
from dataclasses import dataclass

from corpora.corpus import data_dir
from sayso.records import Span, Spans

# Kinds of sources that stand for nobody named or described before them.
_ANEW = frozenset({"new", "nobody"})
# Kinds that no ranking of what was mentioned before can tell.
_OTHERWISE = frozenset({"who", "narrator", "speaker"})


@dataclass(frozen=True, slots=True)
class Holder:
    """One source, and where the text names or describes whom it stands for; nowhere if anew."""

    source: Span
    mentions: Spans


def holders() -> dict[str, tuple[Holder, ...]]:
    """Return the labelled sources by the id of their document, those left out that need no ranking.

    Raises FileNotFoundError where the labels are not there.
    """
    path = data_dir() / "coref" / "polnear_train_holders.jsonl"
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return {
        row["id"]: tuple(
            Holder(
                Span(*each["source"][0]),
                tuple(Span(*pair) for pair in (each["name"], each["antecedent"]) if pair)
                if each["kind"] not in _ANEW
                else (),
            )
            for each in row["sources"]
            if each["kind"] not in _OTHERWISE
        )
        for row in rows
    }

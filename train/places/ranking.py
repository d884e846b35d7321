"""LGL and GeoVirus, the half for fitting -> `sayso/data/places-weights.json`.

Run `python -m train.places.ranking`; it prints the likelihood and takes less than a minute. The
weights are those of a conditional logit: the right place's share of the probability among all of a
name.
"""

import json
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from bench.tasks.places import ARTICLES, article_of, kilometres, mentions_of
from corpora.toponyms import PlacedArticle, Toponym
from sayso.resolve.places.gazetteer import ADMIN2, CITY, COUNTRY, Gazetteer
from sayso.resolve.places.places import Places
from sayso.resolve.places.ranking import (
    ALONE,
    ROUNDS,
    TOGETHER,
    Name,
    Table,
    Weights,
    joined,
    softmax,
    tabulate,
)

OUT = Path(__file__).resolve().parents[2] / "sayso" / "data" / "places-weights.json"
STEPS, RATE = 400, 0.05  # of Adam; the likelihood no longer moves after so many
RIDGE = 0.05  # weight of the squared weights, a name
RIGHT_KM = 161.0  # a place without an id in the gold is right within so many kilometres
WIDE_KM = 1000.0  # and a country or region within so many

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Sample:
    """One article: its candidates, how often each is right, and how often its name occurs."""

    table: Table
    right: Floats
    asked: Floats


def main(corpora: tuple[str, ...] = ("lgl", "geovirus")) -> None:
    """Fit the weights of both rounds and write them."""
    places = Places(fitted=Weights(np.zeros(len(ALONE)), np.zeros(len(ALONE + TOGETHER))))
    articles = [a for corpus in corpora for a in ARTICLES[corpus]() if a.part == "train"]
    samples = [s for a in articles if (s := sample(places, a))]
    first = fit([s.table.alone for s in samples], samples)
    likely = [softmax(s.table.alone @ first, s.table) for s in samples]
    for _ in range(ROUNDS):
        features = [
            joined(places.gazetteer, s.table, p) for s, p in zip(samples, likely, strict=True)
        ]
        then = fit(features, samples)
        likely = [softmax(f @ then, s.table) for f, s in zip(features, samples, strict=True)]
    stored = {
        "first": dict(zip(ALONE, first.round(4).tolist(), strict=True)),
        "then": dict(zip(ALONE + TOGETHER, then.round(4).tolist(), strict=True)),
    }
    OUT.write_text(json.dumps(stored, indent=1) + "\n", "utf-8")


def sample(places: Places, article: PlacedArticle) -> Sample | None:
    """Return an article's candidates with what is right, None where it has no candidates."""
    gold = {t.span: t for t in article.toponyms}
    names: dict[int, Name] = {}
    right: dict[int, Floats] = {}
    asked: dict[int, int] = {}
    for name, mention in places.names(article_of(article), mentions_of(article)):
        at = id(name)
        names[at] = name
        if gold[mention.span].lat is not None:
            asked[at] = asked.get(at, 0) + 1
            chances = right.setdefault(at, np.zeros(len(name.rows)))
            chances += _right(places.gazetteer, name, gold[mention.span])
    if not asked:
        return None
    table = tabulate(places.gazetteer, list(names.values()), places.world(article_of(article)))
    nothing = [np.zeros(len(n.rows)) for n in names.values()]
    labels = [right.get(at, zeros) for at, zeros in zip(names, nothing, strict=True)]
    counts = [zeros + asked.get(at, 0) for at, zeros in zip(names, nothing, strict=True)]
    return Sample(table, np.concatenate(labels), np.concatenate(counts))


def _right(gazetteer: Gazetteer, name: Name, gold: Toponym) -> Floats:
    """Return 1 for the row that is the gold's, else for the closest one, 0 for all others."""
    chances = np.zeros(len(name.rows))
    if gold.lat is None or gold.lon is None:
        return chances
    row = gazetteer.row_of(gold.geonames)
    if row is not None and (name.rows == row).any():
        return (name.rows == row).astype(float)
    away = np.array([kilometres(*at, gold.lat, gold.lon) for at in _points(gazetteer, name)])
    # GeoVirus puts wide places where Wikipedia does, often farther away than a namesake.
    kind = gazetteer.kind[name.rows]
    away[(kind == COUNTRY) & (away < WIDE_KM)] = 0
    away[(kind != CITY) & (kind != ADMIN2) & (away < WIDE_KM)] /= WIDE_KM / RIGHT_KM
    if away.min() <= RIGHT_KM:
        chances[int(away.argmin())] = 1
    return chances


def _points(gazetteer: Gazetteer, name: Name) -> list[tuple[float, float]]:
    return [(float(gazetteer.lat[r]), float(gazetteer.lon[r])) for r in name.rows]


def fit(features: list[Floats], samples: list[Sample]) -> Floats:
    """Return the weights that make the right places likeliest (conditional logit, by Adam)."""
    x = np.concatenate(features)
    right = np.concatenate([s.right for s in samples])
    asked = np.concatenate([s.asked for s in samples])
    owner, starts = _stacked([s.table for s in samples])
    table = Table(owner, owner, starts, x, x)
    total = float(asked[starts].sum())
    w = np.zeros(x.shape[1])
    mean, spread = np.zeros_like(w), np.zeros_like(w)
    for step in range(1, STEPS + 1):
        likely = softmax(x @ w, table)
        gradient = x.T @ (likely * asked - right) / total + RIDGE * w / 100
        mean, spread = 0.9 * mean + 0.1 * gradient, 0.999 * spread + 0.001 * gradient**2
        w -= RATE * (mean / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.999**step)) + 1e-8)
    unlisted = asked[starts] - np.add.reduceat(right, starts)
    none = 1 - np.add.reduceat(likely, starts)
    likelihood = right @ np.log(likely + 1e-12) + unlisted @ np.log(np.maximum(none, 1e-12))
    print(
        f"{total:.0f} mentions, {len(starts)} names, mean log-likelihood {likelihood / total:.4f}"
    )
    return np.asarray(w)


def _stacked(tables: list[Table]) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Return owners and starts as if all tables were one."""
    owners, starts, names, rows = [], [], 0, 0
    for table in tables:
        owners.append(table.owner + names)
        starts.append(table.starts + rows)
        names += len(table.starts)
        rows += len(table.rows)
    return np.concatenate(owners), np.concatenate(starts)


if __name__ == "__main__":
    main(tuple(sys.argv[1:]) or ("lgl", "geovirus"))

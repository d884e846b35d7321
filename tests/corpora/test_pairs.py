"""Pairs of claims and texts: no claim stands in two parts, and labels leave open what they must."""

import gzip
import json

import pytest

from corpora.across import pairs
from corpora.across.pairs import ANY_RELATION, ANY_SAMENESS, PARTS, Pair


def written(path, rows):
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(gzip.compress("\n".join(map(json.dumps, rows)).encode()))


@pytest.fixture
def claims(tmp_path, monkeypatch):
    """Return two claims of each part, in a folder of corpora made of them."""
    monkeypatch.setenv("SAYSO_DATA", str(tmp_path))
    of = {part: [] for part in PARTS}
    number = 0
    while min(map(len, of.values())) < 2:
        of[pairs.part_of(f"claim{number}")].append(f"claim{number}")
        number += 1
    lines = ["claimHeadline,articleHeadline,articleHeadlineStance,claimId"]
    for ids in of.values():
        lines += [f"Ruel won {each},Headline of {each},against,{each}" for each in ids[:2]]
    (tmp_path / "stance").mkdir()
    (tmp_path / "stance" / "emergent.csv").write_text("\n".join(lines))
    return of


@pytest.mark.parametrize("part", PARTS)
def test_claims_are_divided(claims, part):
    got = pairs.emergent(part)
    assert [pair.group for pair in got] == claims[part][:2]
    assert all(pair.relation == {"against"} and pair.sameness == {"denies"} for pair in got)


def test_bodies_go_with_the_claims_of_their_headlines(claims, tmp_path):
    one, other, kept = *claims["train"][:2], claims["kept"][0]
    got = [
        (f"Headline of {one}", "b1", "agree"),
        ("A headline of nobody", "b1", "discuss"),
        (f"Headline of {other}", "b2", "disagree"),
        (f"Headline of {kept}", "b3", "agree"),
        ("A stranger", "b4", "agree"),
        (f"Headline of {one}", "b2", "unrelated"),
        (f"Headline of {one}", "b3", "unrelated"),
    ]
    folder = tmp_path / "linking"
    keys = ("headline", "body_id", "stance")
    written(folder / "fnc1_test_stances.jsonl.gz", [dict(zip(keys, r, strict=True)) for r in got])
    bodies = [{"body_id": f"b{n}", "text": f"Body {n}"} for n in range(1, 5)]
    written(folder / "fnc1_test_bodies.jsonl.gz", bodies)
    train = [(pair.claim, pair.text, *pair.relation) for pair in pairs.fnc("train")]
    assert train == [
        (f"Headline of {one}", "Body 1", "for"),
        ("A headline of nobody", "Body 1", "observing"),
        (f"Headline of {other}", "Body 2", "against"),
        (f"Headline of {one}", "Body 2", "unrelated"),
    ]
    assert [pair.text for pair in pairs.fnc("kept")] == ["Body 3"]


def test_spans_of_claims_become_pairs(tmp_path, monkeypatch):
    monkeypatch.setenv("SAYSO_DATA", str(tmp_path))
    text = "Ruel left. Ruel has gone. Ruel is here. Ruel ate."
    written(tmp_path / "linking" / "allsides_docs.jsonl.gz", [{"id": "d", "text": text}])

    def at(words, **more):
        return {
            "article": "d",
            "start": text.index(words),
            "end": text.index(words) + len(words),
        } | more

    row = {
        "story": "s", "gist": "Ruel went", "mentions": [at("Ruel left"), at("Ruel has gone")],
        "denials": [at("Ruel is here")], "near": [at("Ruel ate", why="another point")],
    }  # fmt: skip
    (tmp_path / "linking" / "dev_claims_conflict.jsonl").write_text(json.dumps(row) + "\n")
    got = pairs.stories("conflict")
    same = frozenset({"for", "observing"}), frozenset({"same"}), "s"
    assert Pair("Ruel left", "Ruel has gone", *same) in got
    assert Pair("Ruel went", "Ruel left", *same) in got
    denials = {p.claim for p in got if p.text == "Ruel is here" and p.relation == {"against"}}
    assert denials == {"Ruel left", "Ruel has gone"}
    near = [p for p in got if p.text == "Ruel ate"]
    assert near
    assert all("same" not in p.sameness and "for" not in p.relation for p in near)
    assert pairs.labelled_articles("conflict") == {"d"}


@pytest.mark.parametrize(
    ("read", "count"),
    [
        (pairs.nli, 6870),
        (pairs.fever, 708),
        (pairs.claimdiff, 1857),
        (pairs.similar, 2446),
        (pairs.quotations, 3763),
    ],
)
def test_corpora(read, count):
    try:
        got = read()
    except FileNotFoundError:
        pytest.skip("the corpus is not on this machine")
    assert len(got) == count
    assert all(pair.relation <= ANY_RELATION and pair.sameness <= ANY_SAMENESS for pair in got)
    assert all(pair.relation and pair.sameness for pair in got)

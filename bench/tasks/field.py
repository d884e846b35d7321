"""How many of the field cases hold: small inputs, one kind of fault each, with what is right.

A check is one expectation, and a case holds when all of its checks do. Each input goes the way of
the product: it is written as the file that it is and read as `sayso extract` reads it. Figures are
the shares of cases and of checks that hold.
"""

import json
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench import field_cases
from bench.field_cases import PARTS, Check, FieldCase
from bench.field_checks import holds
from sayso.errors import ReadError
from sayso.export.jsonlines import error_json, line
from sayso.pipeline import Engine, records
from sayso.read import read_sources
from sayso.records import Record
from sayso.settings import Settings


@dataclass(frozen=True, slots=True)
class Outcome:
    """One case and those of its checks that fail."""

    case: FieldCase
    failed: tuple[Check, ...]


def run(cases: Sequence[FieldCase], engine: Engine) -> list[Outcome]:
    """Return what holds of each case, in order."""
    outcomes = []
    for case, articles in zip(cases, _read(cases, engine), strict=True):
        failed = (check for check in case.checks if not _checked(check, articles))
        outcomes.append(Outcome(case, tuple(failed)))
    return outcomes


def _checked(check: Check, articles: Sequence[dict[str, Any]]) -> bool:
    for read in articles:
        if not check.article or read.get("article", {}).get("given_id") == check.article:
            return holds(check.table, check.wants, read)
    return False


def _read(cases: Sequence[FieldCase], engine: Engine) -> list[list[dict[str, Any]]]:
    """Return the lines that `sayso extract` prints of each case."""
    settings, lines = Settings(), defaultdict(list)
    with tempfile.TemporaryDirectory() as folder:
        for number, case in enumerate(cases):
            path = Path(folder, f"{number:04}{case.suffix}")
            path.write_text(case.content, "utf-8")
        read = read_sources((folder,), settings=settings)
        for each in records(read, engine, batch=settings.batch_articles):
            source = each.article.source if isinstance(each, Record) else each.source
            value = each.to_json() if isinstance(each, Record) else error_json(each)
            lines[int(Path(source).name[:4])].append(json.loads(line(value)))
    return [lines[number] for number in range(len(cases))]


def figures(data: str) -> dict[str, float]:
    """Return the shares of cases and of checks of one part that hold.

    Raises ReadError, of the kind `absent`, when the texts are not on this machine.
    """
    return shares(run(field_cases.load(data), Engine.load()))


def shares(outcomes: Sequence[Outcome]) -> dict[str, float]:
    """Return how many cases there are, and the shares of them and of their checks that hold."""
    checks = sum(len(o.case.checks) for o in outcomes)
    failed = sum(len(o.failed) for o in outcomes)
    return {
        "cases": float(len(outcomes)),
        "cases_that_hold": sum(not o.failed for o in outcomes) / max(len(outcomes), 1),
        "checks_that_hold": (checks - failed) / max(checks, 1),
    }


def at_hand(part: str = "", kind: str = "") -> list[FieldCase]:
    """Return the cases of one part, or of all parts whose texts are on this machine."""
    cases = []
    for each in [part] if part else PARTS:
        try:
            cases += field_cases.load(each, kind)
        except ReadError:
            if part:
                raise
    return cases


def table(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """Yield the table by kind: of each part the cases that hold, then the checks of all."""
    kinds = sorted({o.case.kind for o in outcomes})
    yield f"{'kind':<8}" + "".join(f"{part:>13}" for part in PARTS) + f"{'checks':>14}"
    for kind in kinds:
        yield _row(kind, [o for o in outcomes if o.case.kind == kind])
    yield _row("all", outcomes)


def _row(name: str, outcomes: Sequence[Outcome]) -> str:
    cases: Counter[str] = Counter(o.case.part for o in outcomes)
    right: Counter[str] = Counter(o.case.part for o in outcomes if not o.failed)
    shares = (f"{right[part]}/{cases[part]}" if cases[part] else "" for part in PARTS)
    checks = sum(len(o.case.checks) for o in outcomes)
    held = checks - sum(len(o.failed) for o in outcomes)
    return f"{name:<8}" + "".join(f"{share:>13}" for share in shares) + f"{held}/{checks}".rjust(14)

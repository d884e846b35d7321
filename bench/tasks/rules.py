"""Rules that resolve texts -> how often each is used: lines of code, and entries of tables.

Texts are resolved as ever, while the lines that run, on import too, are recorded and every word
list, table and pattern counts what of it is met: entries of the lists of data files singly, through
all sets and patterns that are made of them. What is never met on all texts at hand is a candidate
for pruning. It goes where no test speaks of it and it is no part of a class that is kept whole:
months, days and numbers, pronouns, titles of state and forms of address, kin, kinds of places,
states that are no more, names of agencies, services and parliaments, forms of one word ("aide",
"aides"), ways to decline to comment. A list that is only gone through, or whose words are joined to
others, is asked nothing; whether its entries stand in any text tells of those.
"""

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from itertools import groupby
from pathlib import Path
from typing import Any

from coverage import Coverage

from bench.counting import Table, Tables, fresh, install
from sayso.records import Annotation, Article, ModelInfo

ROOT = Path(__file__).resolve().parent.parent.parent
_WIDTH = 200  # of a line that is printed
PACKAGES = ("sayso.english", "sayso.resolve")
FOLDERS = tuple(package.replace(".", "/") for package in PACKAGES)


@dataclass(frozen=True, slots=True)
class Unrun:
    """Lines of one function that never ran; all of them where it was never called."""

    file: str
    function: str
    lines: tuple[int, ...]
    whole: bool


@dataclass(frozen=True, slots=True)
class Use:
    """What was used of the rules, on how many articles and words."""

    articles: int
    words: int
    unrun: tuple[Unrun, ...]
    tables: tuple[Table, ...]

    def of(self, part: str) -> "Use":
        """Return what is told of the modules whose name or path holds `part`."""
        path = part.replace(".", "/")
        unrun = tuple(each for each in self.unrun if path in each.file)
        tables = tuple(each for each in self.tables if part in each.name)
        return Use(self.articles, self.words, unrun, tables)

    def to_json(self) -> dict[str, Any]:
        """Return all that was counted."""
        return {
            "articles": self.articles,
            "words": self.words,
            "unrun": [
                {"file": u.file, "function": u.function, "lines": u.lines, "whole": u.whole}
                for u in self.unrun
            ],
            "tables": [
                {"name": t.name, "kind": t.kind, "entries": t.entries, "asked": t.asked}
                | {"met": t.met, "unmet": sorted(map(str, t.unmet))}
                for t in self.tables
            ],
        }

    def table(self) -> str:
        """Return the counts as lines of text; of a long table the first entries."""
        lines = [f"{self.articles} articles, {self.words} words", "", "Lines that never ran:"]
        for each in self.unrun:
            numbers = "never called" if each.whole else ", ".join(_ranges(each.lines))
            lines.append(f"  {each.file} {each.function}: {numbers}")
        lines += ["", "Tables: entries, times asked, times met, entries never met"]
        for table in self.tables:
            unmet = " | ".join(sorted(map(str, table.unmet)))
            counts = f"{table.entries} {table.asked} {table.met} {len(table.unmet)}"
            lines.append(f"  {table.name} ({table.kind}): {counts}  {unmet}"[:_WIDTH])
        return "\n".join(lines)


def measure(annotated: Iterable[tuple[Article, Annotation]], model: ModelInfo) -> Use:
    """Resolve articles, and return what was used of the rules."""
    recorder = Coverage(data_file=None, include=[str(ROOT / folder / "*") for folder in FOLDERS])
    tables = Tables()
    articles = words = 0
    # The rules are imported anew, so that what they make on import is seen to be made, of which
    # lists; whoever has imported them before keeps rules that do not count.
    with recorder.collect(), fresh(*PACKAGES):
        tables.reading(import_module("sayso.english.tables"))
        resolver = import_module("sayso.resolve").Resolver()
        install(tables, *PACKAGES)
        for part in vars(resolver).values():
            tables.held(part)
        _count_cues(tables, import_module("sayso.resolve.acts.cue_lexicon"))
        for article, annotation in annotated:
            resolver(article, annotation, model)
            articles += 1
            words += len(article.text.split())
    return Use(articles, words, tuple(_unrun(recorder)), tuple(tables.counting))


def _count_cues(tables: Tables, cue_lexicon: Any) -> None:
    """Count which entry of the lexicon of cues decides."""
    entries = (" ".join(e.words) for same in cue_lexicon.lexicon().values() for e in same)
    vars(cue_lexicon)["find"] = tables.answered(
        cue_lexicon.find, "acts.csv", entries, lambda f: " ".join(f.entry.words) if f else ""
    )


def _unrun(recorder: Coverage) -> Iterator[Unrun]:
    """Yield what did not run of each function, on import or later."""
    paths = [p for package in FOLDERS for p in sorted((ROOT / package).rglob("*.py"))]
    for path in paths:
        _, statements, _, missing, _ = recorder.analysis2(str(path))
        for name, first, last in _functions(ast.parse(path.read_text("utf-8")), ""):
            inside = [line for line in statements if first <= line <= last]
            unrun = tuple(line for line in inside if line in missing)
            if unrun:
                file = path.relative_to(ROOT).as_posix()
                yield Unrun(file, name, unrun, len(unrun) == len(inside))


def _functions(node: ast.AST, inside: str) -> Iterator[tuple[str, int, int]]:
    """Yield name, first and last line of the body of each function, those in classes too."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef):
            yield inside + child.name, child.body[0].lineno, child.end_lineno or 0
        elif isinstance(child, ast.ClassDef):
            yield from _functions(child, f"{inside}{child.name}.")


def _ranges(lines: Iterable[int]) -> Iterator[str]:
    """Yield lines that follow each other as "14-16", one alone as "12"."""
    for _, run in groupby(enumerate(lines), lambda each: each[1] - each[0]):
        numbers = [line for _, line in run]
        yield "-".join(map(str, sorted({numbers[0], numbers[-1]})))

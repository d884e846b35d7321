"""GUM and OntoGUM: texts of many genres with mentions, their types and who is who.

The CoNLL files hold tokens only; the text is put together again with ordinary spacing, so that
spans count in a text as a reader would see it. Line breaks are not known: a document is one
paragraph a sentence-like run, broken after every few sentences.
"""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from corpora.corpus import Corpus, data_dir, files_in, write
from sayso.records import Span

# Closing marks, and the halves of contractions: "n't", "'s", "’ll".
NO_SPACE_BEFORE = re.compile(r"[.,;:!?%)\]}’”…]+|'|n't|'s|'re|'ve|'ll|'d|'m|’\w+|'\w{1,2}")
NO_SPACE_AFTER = frozenset("([{“‘$£€")
_TOKEN = re.compile(r"\(([^()\s]+)\)|\(([^()\s]+)|([^()\s]+)\)")
PARAGRAPH_SENTENCES = 4
TEST_SHARE, DEV_SHARE = 0.25, 0.25  # of the news and interview documents; the rest is for training


@dataclass(frozen=True, slots=True)
class Entity:
    """One gold mention: its span, its type (empty in OntoGUM) and the number of who it is.

    `title` is the page of Wikipedia that GUM links it to, or empty.
    """

    span: Span
    type: str
    cluster: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class CorefDocument:
    """One document: its name (`GUM_news_…`), text and mentions, nested ones included."""

    id: str
    text: str
    entities: tuple[Entity, ...]

    @property
    def genre(self) -> str:
        """Return news, interview, bio and so on."""
        return self.id.split("_")[1]


def documents(corpus: str, part: str) -> list[CorefDocument]:
    """Return the documents of `gum` or `ontogum` in part train, dev or test.

    Only news and interviews are held out, by the hash of their name; all else is for training.
    """
    paths = files_in(data_dir() / "coref" / corpus, "*.conll")
    return [read_conll(path) for path in paths if part_of(path.stem) == part]


def with_titles(folder: Path) -> list[CorefDocument]:
    """Return all documents of GUM, whose mentions have the titles of Wikipedia."""
    return [read_conll(path) for path in files_in(folder / "coref" / "gum", "*.conll")]


def read_wiki_map(folder: Path) -> dict[str, str]:
    """Return the ids of Wikidata by title, so that two titles of one page are one."""
    lines = (folder / "coref" / "wiki_map.tab").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {unquote(row[0]): row[2] for row in rows if len(row) > 2 and row[2]}


def part_of(name: str) -> str:
    """Return the part that a document belongs to, the same in both corpora."""
    if name.split("_")[1] not in {"news", "interview"}:
        return "train"
    share = int(hashlib.sha256(name.encode()).hexdigest()[:8], 16) / 2**32
    if share < TEST_SHARE:
        return "test"
    return "dev" if share < TEST_SHARE + DEV_SHARE else "train"


def read_conll(path: Path) -> CorefDocument:
    """Return one file as a document."""
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines()]
    rows = [row for row in rows if len(row) >= 3 and row[0].isdigit()]
    text, offsets = put_together([row[1] for row in rows])
    return CorefDocument(path.stem, text, tuple(_entities(rows, offsets)))


def put_together(tokens: list[str]) -> tuple[str, list[Span]]:
    """Return a text made of tokens and where each stands in it."""
    text, offsets = "", []
    inside = False  # double quotation marks
    sentences = 0
    glued = True
    for token in tokens:
        straight = token in {'"', "''", "``"}
        if straight:
            glued = glued or inside
            inside = not inside
        dash = token in {"-", "–", "/"} or token.startswith("-")
        if not glued and not dash and not NO_SPACE_BEFORE.fullmatch(token):
            text += "\n\n" if sentences >= PARAGRAPH_SENTENCES and not inside else " "
            sentences = 0 if text.endswith("\n") else sentences
        offsets.append(Span(len(text), len(text) + len(token)))
        text += token
        sentences += token in {".", "?", "!"}
        glued = token in NO_SPACE_AFTER or (straight and inside) or token in {"-", "–", "/"}
    return text, offsets


def _entities(rows: list[list[str]], offsets: list[Span]) -> list[Entity]:
    entities: list[Entity] = []
    opened: dict[str, list[tuple[int, str]]] = {}
    brackets = (
        (offset, *bracket)
        for row, offset in zip(rows, offsets, strict=True)
        for bracket in _TOKEN.findall(row[2])
    )
    for offset, single, opens, closes in brackets:
        key = _key(single or opens or closes)
        if not closes:
            opened.setdefault(key, []).append((offset.start, _title(single or opens)))
        if not opens and opened.get(key):
            start, title = opened[key].pop()
            entities.append(_entity(key, Span(start, offset.end), title))
    return sorted(entities, key=lambda e: (e.span.start, -e.span.end))


def _key(label: str) -> str:
    """Return type and number of a mention (`person-1-Some_Name`), or the number alone."""
    parts = label.split("-")
    return "-".join(parts[:2]) if len(parts) > 1 and not parts[0].isdigit() else parts[0]


def _title(label: str) -> str:
    """Return the title of Wikipedia at the end of a mention's label, or nothing."""
    parts = label.split("-", 2)
    return unquote(parts[2]) if len(parts) > 2 else ""


def _entity(key: str, span: Span, title: str) -> Entity:
    type_, _, cluster = key.rpartition("-")
    return Entity(span, type_, cluster, title)


GENRES = ("bio", "court", "interview", "news", "speech", "voyage")
# News that is kept for checks.
_APART = {"soccer", "stampede", "taxes", "warhol", "warming", "worship"}


def convert(published: Path, to: Path) -> int:
    """Copy the documents of some genres, as GUM and as OntoGUM annotate them, one file each."""
    count = 0
    for corpus in ("gum", "ontogum"):
        for path in published.rglob(f"coref/{corpus}/conll/GUM_*.conll"):
            _, genre, name = path.stem.split("_")
            if genre in GENRES and name not in _APART:
                write(to / "coref" / corpus / path.name, path.read_bytes())
                count += corpus == "gum"
    return count


CORPUS = Corpus(
    name="gum",
    title="GUM and OntoGUM: texts of six genres with mentions, their types and who is who",
    address="https://github.com/amir-zeldes/gum",
    licence="annotation CC BY 4.0; texts by genre, Wikinews CC BY 2.5",
    citation='Zeldes, "The GUM Corpus", Language Resources and Evaluation 51, 2017; '
    'Zhu, Pradhan and Zeldes, "OntoGUM", ACL 2021',
    documents=99,
    convert=convert,
    archive="https://github.com/amir-zeldes/gum/archive/"
    "72ce5ac14978a324c2fd18d49484e65292cbe316.zip",
    members=("coref/gum/conll/*", "coref/ontogum/conll/*"),
)

"""The size and shape of the code: small files, short functions, flat nesting, few parameters.

That whatever is public has a docstring, and that imports form a star, is held by ruff and
import-linter.
"""

import ast
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from statistics import median
from types import FrameType
from typing import Any, NamedTuple

from corpora import chains
from sayso.pipeline import Engine, process
from sayso.records import Article
from sayso.resolve import Resolver

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("sayso", "corpora", "train", "bench", "tests")
PATTERNS = {f"re.{name}" for name in ("compile", "search", "match", "fullmatch", "finditer")}
# What only a pattern holds: "\\b", "(?:", "[^,]".
OF_A_PATTERN = re.compile(r"\\[AbBdDsSwWZ]|\(\?[:P=!<>i-]|\[\^")
BLOCKS = (ast.If, ast.For, ast.While, ast.With, ast.Try, ast.Match)

# The room or file that alone imports a library. What is not listed must not be imported.
OWNERS = {
    "arro3": ("sayso/export/formats/parquet.py", "sayso/read/formats/parquet_rows.py"),
    "anyascii": "sayso/link/entities/spelling.py",
    "argon2": "sayso/web/team/passwords.py",
    "charset_normalizer": "sayso/read/encoding.py",
    "click": "sayso/cli/",
    "ftfy": "sayso/read/mojibake.py",
    "fastwarc": "sayso/read/formats/warc.py",
    "h11": "sayso/web/server.py",
    "jinja2": "sayso/export/templating.py",
    "lxml": ("sayso/read/html.py", "sayso/read/formats/trees.py"),
    "mammoth": "sayso/read/formats/docx.py",
    "msgspec": ("sayso/records.py", "sayso/packing.py"),
    "numpy": (
        *("sayso/annotate/", "sayso/link/", "sayso/networks.py", "sayso/resolve/places/"),
        "sayso/view/charts/forces.py",
    ),
    "onnxruntime": "sayso/networks.py",
    "py3langid": "sayso/read/language.py",
    "pypdfium2": "sayso/read/formats/pdf.py",
    "rapidfuzz": ("sayso/resolve/actors/names/spellings.py", "sayso/link/"),
    "rich": (
        *("sayso/cli/output.py", "sayso/export/screen.py", "sayso/export/terminal.py"),
        *("sayso/export/across/terminal.py", "sayso/export/across/tour.py"),
        *("sayso/export/across/questions.py", "sayso/export/across/voices.py"),
        *("sayso/export/across/standing.py", "sayso/export/versions.py"),
    ),
    "spacy": "sayso/spacy.py",
    "sqlalchemy": "sayso/store/",
    "starlette": "sayso/web/",
    "stream_unzip": "sayso/read/formats/packed.py",
    "tokenizers": "sayso/networks.py",
    "trafilatura": "sayso/read/html.py",
    "urllib3": "sayso/read/fetch.py",
    "protego": "sayso/watch/robots.py",
    "ray": "sayso/scale.py",
    "uvicorn": "sayso/web/server.py",
    "xlsxwriter": "sayso/export/formats/workbook.py",
    "xxhash": "sayso/link/",
}
# The rooms in which no name is one that fits everything.
NAMED = ("sayso", "corpora", "bench", "train", "tests")
# Modules without a test file of their own, and whose tests hold them.
TESTED_ELSEWHERE = {
    "sayso/link/deciding.py": "tests/link/test_linker.py",
    "sayso/link/ledger.py": "tests/link/test_linker.py",
    "sayso/link/rooms.py": "tests/cli/test_linking.py",
    **{
        f"sayso/store/linking/{name}.py": "tests/link/test_linker.py"
        for name in ("rows", "schema", "unlinking")
    },
    **{f"sayso/gather/{name}.py": "tests/cli/test_judging.py" for name in ("anchors", "judging")},
    "sayso/gather/tellings.py": "tests/cli/test_across.py",
    "sayso/gather/charts/ties.py": "tests/gather/charts/test_network.py",
    "sayso/gather/charts/questions.py": "tests/gather/charts/test_timeline.py",
    **{
        f"sayso/store/charting/{name}.py": "tests/store/charting/test_happenings.py"
        for name in ("claims", "corrected", "newest", "rows")
    },
    "sayso/scale.py": "tests/working/test_scale.py",
    "sayso/workers.py": "tests/working/test_workers.py",
    "sayso/exported.py": "tests/export/formats/test_flat.py",
    **{
        f"sayso/store/choosing/{name}.py": "tests/store/choosing/test_streaming.py"
        for name in ("conditions", "judged", "links")
    },
    "sayso/moments.py": "tests/test_records.py",
    "sayso/read/formats/documents.py": "tests/read/formats/test_table.py",
    "sayso/read/formats/parquet_rows.py": "tests/read/formats/test_parquet.py",
    "sayso/read/formats/rows.py": "tests/read/formats/test_delimited.py",
    "sayso/read/formats/sitemap.py": "tests/read/formats/test_feed.py",
    "sayso/read/formats/trees.py": "tests/read/formats/test_feed.py",
    "sayso/view/leads.py": "tests/view/test_lists.py",
    "sayso/store/charting/about.py": "tests/gather/test_facing.py",
    "sayso/reviewing.py": "tests/cli/test_reviewing.py",
    "sayso/store/rows.py": "tests/store/test_statement_lists.py",
    "sayso/store/schema.py": "tests/store/test_columns.py",
    "sayso/store/databases/postgres.py": "tests/store/test_dialect.py",
    "sayso/store/databases/sqlite.py": "tests/store/test_dialect.py",
    "sayso/store/versions/version_11.py": "tests/store/versions/test_migrations.py",
    "sayso/store/versions/version_4.py": "tests/store/versions/test_migrations.py",
    "sayso/store/versions/version_6.py": "tests/store/versions/test_migrations.py",
    "sayso/store/versions/version_7.py": "tests/store/versions/test_migrations.py",
    "sayso/store/versions/version_9.py": "tests/store/versions/test_migrations.py",
    "sayso/view/answers.py": "tests/view/test_lists.py",
    "sayso/web/app.py": "tests/web/test_pages.py",
    "sayso/cli/serving/serve.py": "tests/web/test_server.py",
    "sayso/accounts.py": "tests/store/accounts/test_accounts.py",
    "sayso/store/accounts/schema.py": "tests/store/accounts/test_accounts.py",
    "sayso/store/versions/version_12.py": "tests/store/versions/test_migrations.py",
    "sayso/store/versions/version_13.py": "tests/store/versions/test_migrations.py",
    **{
        f"sayso/store/watching/{name}.py": "tests/store/watching/test_follows.py"
        for name in ("rows", "schema")
    },
    "sayso/store/watching/touched.py": "tests/watch/noticing/test_noticing.py",
    **{
        f"sayso/watch/noticing/{name}.py": "tests/watch/noticing/test_noticing.py"
        for name in ("claims", "events", "turns", "versions")
    },
    "sayso/web/serving.py": "tests/web/test_server.py",
    "sayso/web/forms.py": "tests/web/test_judging.py",
    "sayso/web/shapes.py": "tests/web/test_api.py",
    "sayso/web/team/sending.py": "tests/web/team/test_work.py",
    "sayso/web/team/tasks.py": "tests/web/team/test_work.py",
}
# The rooms that an article goes through, which keep much of what they did with a word.
FORGETTING = ("sayso.english.", "sayso.annotate.", "sayso.resolve.")
# Where the texts lie on which the depth of calls is measured, beside some of our own articles with
# chains, and what once went deeper in others: a quotation whose opening mark is lost before an
# abbreviation; an office and what it is for before a name.
TEXTS = ("tests/cases", "sayso/data/sample")
ODD = (
    "The road is mined. Mr. Ruel has seen it, and all of it is shut,” said Bo Tarn.",
    "The director for radiation safety Petra Ilves said that it rained.",
)
# The loop of a worker and the error page of the web reader alone may meet any error.
CATCH_ALL = ("sayso/web/app.py",)


class Source(NamedTuple):
    """One file of ours, read and parsed once."""

    name: str
    lines: list[str]
    nodes: list[ast.AST]

    @property
    def room(self) -> str:
        """Return the folder at the top."""
        return self.name.partition("/")[0]

    @property
    def folder(self) -> str:
        """Return the folder in which it stands."""
        return self.name.rpartition("/")[0]

    @property
    def is_package(self) -> bool:
        """Tell whether it only opens a folder."""
        return self.name.endswith("__init__.py")

    @property
    def code_lines(self) -> int:
        """Return how many lines are neither empty nor a comment."""
        return sum(1 for line in self.lines if line.strip() and not line.strip().startswith("#"))

    def of(self, *kinds: type[ast.AST]) -> Iterator[Any]:
        """Yield the nodes of some kinds."""
        return (node for node in self.nodes if isinstance(node, kinds))

    @property
    def functions(self) -> list["Function"]:
        """Return the functions and methods."""
        return [Function(self.name, node) for node in self.of(ast.FunctionDef)]


class Function(NamedTuple):
    """One function, with the file where it stands."""

    file: str
    node: ast.FunctionDef

    @property
    def length(self) -> int:
        """Return how many lines it takes."""
        return self.node.end_lineno - self.node.lineno + 1

    @property
    def parameters(self) -> int:
        """Return how many it takes; a command has its options beside them."""
        arguments = self.node.args
        every = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
        return len([each for each in every if each.arg not in ("self", "cls")])

    @property
    def depth(self) -> int:
        """Return how deep blocks nest; `elif` does not count as deeper."""
        return _depth(self.node)


def _depth(node: ast.AST, level: int = 0) -> int:
    deepest = level
    for child in ast.iter_child_nodes(node):
        chained = isinstance(node, ast.If) and node.orelse == [child] and isinstance(child, ast.If)
        deepest = max(deepest, _depth(child, level + (isinstance(child, BLOCKS) and not chained)))
    return deepest


def _source(path: Path) -> Source:
    text = path.read_text("utf-8")
    nodes = list(ast.walk(ast.parse(text)))
    return Source(path.relative_to(ROOT).as_posix(), text.splitlines(), nodes)


# All is parsed when it is first asked for, so that a worker that has other tests does not.
@cache
def every() -> tuple[Source, ...]:
    """Return all files of ours, tests too."""
    return tuple(_source(path) for room in ROOMS for path in sorted((ROOT / room).rglob("*.py")))


@cache
def ours() -> tuple[Source, ...]:
    """Return all files of ours but the tests."""
    return tuple(source for source in every() if source.room != "tests")


def package() -> list[Source]:
    """Return those of the package."""
    return [source for source in ours() if source.room == "sayso"]


@cache
def functions() -> tuple[Function, ...]:
    """Return the functions and methods of these."""
    return tuple(function for source in ours() for function in source.functions)


def too(measure: Callable[[Function], int], most: int) -> list[str]:
    """Return the functions of which there is too much of something."""
    return [f"{f.file} {f.node.name}: {measure(f)}" for f in functions() if measure(f) > most]


def test_files_are_small():
    sizes = [source.code_lines for source in ours() if not source.is_package]
    assert median(sizes) <= 115
    assert [s.name for s in every() if s.code_lines > 400] == []


def test_folders_hold_few_files():
    """What only opens a folder of tests is not among them."""
    opens = (s for s in every() if s.is_package and s.name.startswith("tests/"))
    folders = Counter(s.folder for s in every()) - Counter(s.folder for s in opens)
    assert [folder for folder, count in folders.items() if count > 20] == []


def test_functions_are_short():
    assert too(lambda f: f.length, 60) == []
    assert sum(f.length <= 30 for f in functions()) / len(functions()) >= 0.9


def test_functions_are_flat():
    assert too(lambda f: f.depth, 3) == []


def test_functions_have_few_parameters():
    assert too(lambda f: f.parameters, 5) == []


def test_further_arguments_are_not_passed_through_layers():
    """What a function takes as `**more` is not handed on to another that takes them likewise."""
    open_ended = {f.node.name: f for f in functions() if f.node.args.kwarg}
    assert [
        f"{f.file} {name}"
        for name, f in open_ended.items()
        for call in ast.walk(f.node)
        if isinstance(call, ast.Call) and ast.unparse(call.func).rpartition(".")[2] in open_ended
        if f.node.args.kwarg.arg in [ast.unparse(k.value) for k in call.keywords if not k.arg]
    ] == []


def test_packages_only_re_export():
    allowed = (ast.Expr, ast.ImportFrom, ast.Assign)
    assert [
        source.name
        for source in ours()
        if source.is_package and not all(isinstance(node, allowed) for node in source.nodes[0].body)
    ] == []


def test_tests_mirror_the_rooms():
    tests = {source.name for source in every()}
    wanted = {
        source.name: re.sub(r"^sayso/(.*?)([^/]+)$", r"tests/\1test_\2", source.name)
        for source in package()
        if not source.name.endswith(("__init__.py", "__main__.py"))
    }
    assert {name for name, test in wanted.items() if test not in tests} == set(TESTED_ELSEWHERE)


def test_modules_are_named_for_what_they_hold():
    nameless = re.compile(
        r"(?:^|[/_])(?:utils?|helpers?|common|base|misc|shared|tools?)(?:[_./]|$)"
    )
    assert [source.name for source in every() if nameless.search(source.name)] == []


def test_names_say_what_they_hold():
    nameless = {"found", "where", "told", "heard"}
    assert [
        f"{source.name}:{node.lineno} {name}"
        for source in every()
        if source.room in NAMED
        for node in source.nodes
        for name in _named(node)
        if name.strip("_").lower() in nameless
    ] == []


def _named(node: ast.AST) -> Iterator[str]:
    """Yield the names that a node gives to something of ours: a value, a parameter, a part."""
    match node:
        case ast.Name(name, ast.Store()) | ast.Attribute(attr=name, ctx=ast.Store()):
            yield name
        case ast.arg(name) | ast.MatchAs(name=str(name)) | ast.MatchStar(str(name)):
            yield name
        case ast.FunctionDef(name) | ast.ClassDef(name) | ast.ExceptHandler(name=str(name)):
            yield name
        case ast.alias(_, str(name)):
            yield name


def test_inheritance_is_one_level_deep():
    bases = {
        node.name: [ast.unparse(base).rpartition(".")[2] for base in node.bases]
        for source in ours()
        if not source.name.endswith("errors.py")
        for node in source.of(ast.ClassDef)
    }
    assert [
        name
        for name, above in bases.items()
        if any(further in bases for base in above for further in bases.get(base, ()))
    ] == []


def test_any_error_is_met_in_two_places_only():
    broad = re.compile(r"\b(?:Base)?Exception\b")
    assert [
        f"{source.name}:{handler.lineno}"
        for source in ours()
        if source.name not in CATCH_ALL
        for handler in source.of(ast.ExceptHandler)
        if handler.type is None or broad.search(ast.unparse(handler.type))
    ] == []


def test_what_people_read_is_printed_in_one_place():
    """What articles and servers hold is made harmless there: `say`, `note` and `put`."""
    others = ("sayso/cli/output.py", "sayso/read/formats/parquet_rows.py")  # to a program
    printing = re.compile(r"^(click\.(echo|secho)|print|(sys\.)?(stdout|stderr)\.write)$")
    assert [
        f"{source.name}:{call.lineno}"
        for source in package()
        if source.name not in others
        for call in source.of(ast.Call)
        if printing.match(ast.unparse(call.func))
    ] == []


def test_libraries_have_one_owner():
    strangers = [
        f"{source.name}: {name}"
        for source in package()
        for name in sorted(_imported(source) - sys.stdlib_module_names - {"sayso"})
        if not source.name.startswith(OWNERS.get(name, ()))
    ]
    assert strangers == []


def _imported(source: Source) -> set[str]:
    names = [alias.name for node in source.of(ast.Import) for alias in node.names]
    names += [node.module for node in source.of(ast.ImportFrom) if not node.level]
    return {name.partition(".")[0] for name in names}


def test_long_patterns_say_what_they_match_with_an_example():
    assert [f"{s.name}:{call.lineno}" for s in ours() for call in _unexplained(s)] == []


def _unexplained(source: Source) -> Iterator[ast.expr]:
    """Yield the regexes of over 100 characters without an example in a comment above them."""
    for statement in source.of(ast.Assign, ast.AnnAssign, ast.Return, ast.Expr):
        if ast.get_docstring(ast.Module([statement], [])) is not None:
            continue
        for part in ast.walk(statement):
            if len(_pattern(part)) > 100 and not any(
                '"' in _comment(source, line) for line in (statement.lineno, part.lineno)
            ):
                yield part


def _pattern(part: ast.AST) -> str:
    """Return what is written of a regex: of one that is compiled, or of a part to be put in one."""
    if isinstance(part, ast.Call) and ast.unparse(part.func) in PATTERNS:
        return "".join(_literals(part.args[0]))
    if isinstance(part, ast.Constant | ast.JoinedStr):
        written = "".join(_literals(part))
        return written if OF_A_PATTERN.search(written) else ""
    return ""


def _literals(part: ast.AST) -> list[str]:
    return [str(n.value) for n in ast.walk(part) if isinstance(n, ast.Constant)]


def _comment(source: Source, line: int) -> str:
    """Return the comment that ends right above a line."""
    above = []
    for text in reversed(source.lines[: line - 1]):
        if not text.strip().startswith("#"):
            break
        above.append(text.strip())
    return " ".join(reversed(above))


def test_calls_for_one_article_are_shallow(engine: Engine):
    """Frames of generators and lambdas do not count: they are part of the function around them."""
    paths = [p for folder in TEXTS for p in sorted((ROOT / folder).rglob("*.txt"))]
    articles = [Article(path.read_text("utf-8"), "sample") for path in paths]
    articles += [case.article for case in chains.own("kept")]
    articles += [Article(text, "odd") for text in ODD]
    forget(tables=True)
    resolver = Resolver()  # makes the tables
    package = f"{ROOT}/sayso/"
    stack: list[str] = []
    deepest: Counter[str] = Counter()

    def entered_or_left(frame: FrameType, event: str, _: object) -> None:
        code = frame.f_code
        if not code.co_filename.startswith(package) or code.co_name.startswith("<"):
            return
        if event == "call":
            stack.append(code.co_filename)
            room = code.co_filename.removeprefix(f"{ROOT}/").rpartition("/")[0]
            deepest[room] = max(deepest[room], len(stack))
        elif event == "return":
            stack.pop()

    for article in articles:
        forget()
        sys.setprofile(entered_or_left)
        try:
            process([article], engine.annotator, resolver)
        finally:
            sys.setprofile(None)
    assert {room: n for room, n in deepest.items() if n > 10} == {}


def forget(*, tables: bool = False) -> None:
    """Let the package forget what it keeps of words that it met, so that each is new to it.

    The tables that it makes once, from its data, it forgets only if that is asked too.
    """
    modules = [m for name, m in sys.modules.items() if name.startswith(FORGETTING)]
    for kept in (value for module in modules for value in vars(module).values()):
        if hasattr(kept, "cache_parameters") and (tables or kept.cache_parameters()["maxsize"]):
            kept.cache_clear()

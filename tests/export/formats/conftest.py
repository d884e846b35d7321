"""What the tests of formats write: the sample as linked and judged, and an article made to harm."""

import shutil
from dataclasses import replace
from io import BytesIO

import pytest

from sayso.export.formats.table import writer
from sayso.exported import Exported
from sayso.records import Actor, Link, Span
from sayso.store import Filters, Store
from tests.cli.commands import sayso
from tests.notation import read
from tests.store.samples import ACT, UNTOLD, plain

# Of each kind something: a formula, markup, a command to a terminal, half a character, no ends.
HARM = '=HYPERLINK("http://x.example","y") <b>&amp;</b> \x1b[31m \ud83d \x00 \u202eabc ]]> ﹥ 𝒳'


@pytest.fixture(scope="session")
def judged_record(linked_record, tmp_path_factory):
    """Return a record of the sample that is linked, and in which people judged two statements."""
    path = shutil.copy(linked_record, tmp_path_factory.mktemp("judged") / "record.db")
    with Store.open(path) as store:
        rows = [row for article in store.exported(Filters()) for row in article.rows()]
        of_somebody = [r for r in rows if r.act.name == "asserts" and r.speakers]
    first, second = (row.statement.id for row in of_somebody[:2])
    for arguments in (
        ("act", first, "denies", "--why", "it says no"),
        ("speaker", second, "Ada Brenn", "--why", "named below"),
    ):
        assert sayso("judge", *arguments, "--by", "mira", "--record", path).exit_code == 0
    return path


@pytest.fixture(scope="session")
def articles(judged_record):
    """Return the articles of that record, as they are exported."""
    with Store.open(judged_record) as store:
        return list(store.exported(Filters()))


@pytest.fixture(scope="session")
def rows(articles):
    """Return their statements."""
    return [row for article in articles for row in article.rows()]


@pytest.fixture(scope="session")
def hostile():
    """Return an article whose every word is made to harm, and whose score is no number."""
    of, annotation = read(
        f"{{S:{HARM}}} {{C:said}} {{T:{HARM}}}",
        source=f"{HARM}.txt", title=HARM, publisher=HARM, url=f"javascript:{HARM}", byline=(HARM,),
    )  # fmt: skip
    (statement,) = annotation.statements
    links = (Link("a1", Span(0, 1), "told"),)
    record = plain(of, replace(statement, score=float("nan"), why=HARM))
    record = replace(
        record,
        acts=(replace(ACT, why=HARM, said="no"),),
        provenance=(replace(UNTOLD, speakers=("a1",), links=links, score=float("inf"), why=HARM),),
        actors=(Actor("a1", HARM, "person", (), (), "", None, HARM),),
    )
    return Exported(record, record, (of.sighting,), (statement.id,))


@pytest.fixture(scope="session")
def written(articles, hostile):
    """Return what writes some articles, all and the hostile one if none are given, as bytes."""

    def made(name, *some):
        out = BytesIO()
        writer(name)(iter(some or (*articles, hostile)), out)
        return out.getvalue()

    return made

"""The formats of an export: what each is called, what it is for, and the module that writes it."""

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import BinaryIO, NamedTuple

from sayso.errors import ExtraError, UsageError
from sayso.exported import Exported

Writer = Callable[[Iterable[Exported], BinaryIO], None]


class Format(NamedTuple):
    """A format: its module has `write(articles, out)`, which holds a few articles at a time.

    `extra` is what must be installed for it, if anything; `is_text` tells whether a terminal can
    show it.
    """

    module: str
    what: str
    extra: str = ""
    is_text: bool = True


FORMATS = {
    "csv": Format("comma_separated", "a table, one statement a row"),
    "jsonl": Format("json_lines", "the record itself, one article a line; read takes it back"),
    "parquet": Format("parquet", "the table for data frames", "parquet", is_text=False),
    "webannotation": Format("web_annotation", "W3C annotations on the articles, in JSON-LD"),
    "ftm": Format("follow_the_money", "FollowTheMoney entities: who, and what was said of it"),
    "geojson": Format("geo_json", "points on the earth, with what is said about them"),
    "schemaorg": Format("schema_org", "schema.org Quotation and Claim, without any rating"),
    "prov": Format("provenance", "W3C PROV-JSON: how each statement came to be on the record"),
    "plover": Format("plover", "events after PLOVER, with the statement as evidence"),
    "graphml": Format("graph", "a graph of who answers and who carries whom"),
    "xlsx": Format("workbook", "a workbook for people", "xlsx", is_text=False),
}


def writer(name: str) -> Writer:
    """Return what writes a format.

    Raises UsageError where there is none of that name, ExtraError where what it needs is not there.
    """
    if name not in FORMATS:
        raise UsageError(f"no format is called {name!r}: there are {', '.join(FORMATS)}")
    form = FORMATS[name]
    try:
        module = import_module(f"sayso.export.formats.{form.module}")
    except ModuleNotFoundError as error:
        if not form.extra:
            raise
        raise ExtraError(f"the format {name}", form.extra) from error
    write: Writer = module.write
    return write

"""Record -> one self-contained HTML page: the text with its statements marked, and their list.

The page holds no script and loads nothing; its links and CSS alone tie the lists to the text. An
article is hostile input: the templates escape every word of it.
"""

from collections.abc import Sequence
from functools import cache

from sayso.english.excerpts import shorten
from sayso.export import page_text
from sayso.export.templating import Environment, environment, policy
from sayso.records import Record, Sighting
from sayso.view.mentions import SHOWN
from sayso.view.record import RecordView, record_view
from sayso.view.versions import VersionView
from sayso.view.words import KINDS, LABELS, counted, counted_statements

# Browsers look through all of `:root` once for each statement; over this many (a page then opens
# in about two seconds) the light keeps to the paragraph, and what is out of sight is not laid out.
_MANY = 300
_MOST_SEEN = 3  # other places where the text was seen, named above the text


def page(
    record: Record,
    sightings: Sequence[Sighting] = (),
    versions: Sequence[VersionView] = (),
) -> str:
    """Return the record as one HTML page that needs nothing but itself.

    `sightings` are all the places where the text was seen, the record's own among them or not;
    `versions` are other states of it.
    """
    view = record_view(record, sightings)
    style = style_for(view)
    made = _environment().get_template("page.html")
    return made.render(values(view, versions), style=style, policy=policy(style))


def values(view: RecordView, versions: Sequence[VersionView] = ()) -> dict[str, object]:
    """Return what the template of a page asks for, but for its style sheet and its policy."""
    return {
        "long": len(view.statements) > _MANY,
        "article": view.article,
        "versions": versions,
        "blocks": view.blocks,
        "statements": view.statements,
        "actors": view.actors,
        "places": view.places,
        "times": view.times,
        "model": view.model,
        "meaning": view.meaning,
        "meanings": page_text.meanings(view),
        "stops": page_text.stops(view),
    }


def style_for(view: RecordView) -> str:
    """Return the style sheet, ending with a rule that lights up the statement that is linked to.

    A browser without `:has` drops the one rule; there the plain `:target` rules of the sheet
    still mark the place that was jumped to.
    """
    statements = len(view.statements)
    sheet = _environment().get_template("page.css")
    return sheet.render(statements=statements, scope=":root" if statements <= _MANY else "p")


@cache
def _environment() -> Environment:
    return furnished(environment(("sayso.export", "templates")))


def furnished(made: Environment) -> Environment:
    """Return an environment with what the templates of a page ask for."""
    made.filters |= page_text.FILTERS
    made.filters |= {
        "counted": counted, "counted_statements": counted_statements, "shorten": shorten,
    }  # fmt: skip
    made.tests |= page_text.TESTS
    made.globals |= {
        "labels": LABELS,
        "kinds": KINDS,
        "most_numbers": 2 * SHOWN,
        "most_seen": _MOST_SEEN,
    }
    return made

"""An alert -> lines for people."""

from collections.abc import Mapping
from typing import Any

from sayso.store.watching import Delivery
from sayso.view.across.tellings import in_quotes
from sayso.view.characters import one_line

_STATEMENTS = 3


def alert_words(delivery: Delivery) -> str:
    """Return an alert in lines: what it is, the statements that prove it, and where it stands."""
    value = delivery.alert.value
    article = value["article"]
    seen = " · ".join(filter(None, (article["outlet"], article["url"], article["id"][:19])))
    lines = [
        f"{delivery.at[:16].replace('T', ' ')}  {value['kind'].upper()}  {value['words']}",
        *(f"    {each}" for each in value["lines"]),
        *(f"    {_statement(each)}" for each in value["statements"][:_STATEMENTS]),
        *([f"    because {value['why']}"] if value["why"] else []),
        f"    {seen}",
    ]
    return "\n".join(map(one_line_kept, lines))


def one_line_kept(line: str) -> str:
    """Return a line without what would break it, its indent kept."""
    bare = line.lstrip(" ")
    return " " * (len(line) - len(bare)) + one_line(bare)


def _statement(said: Mapping[str, Any]) -> str:
    speaker, words = said["speaker"], said["words"]
    who = speaker["name"] if speaker else words["source"] or "somebody"
    outlet = said["publisher"] or said["title"]
    return f"{who}: {in_quotes(words['content'])}" + (f" ({outlet})" if outlet else "")

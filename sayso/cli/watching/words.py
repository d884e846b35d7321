"""What a round did -> one line."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.view.words import counted

if TYPE_CHECKING:
    from sayso.watch.rounds import Done
    from sayso.watch.watching import Went


def round_words(went: "Went") -> str:
    """Return what a round did, on one line: what did not happen is left out, but for new ones."""
    done, read = went.done, went.done.read
    parts = [
        f"{counted(done.sources, 'source')} asked{_in_brackets(done)}",
        f"{done.named} of their pages new or changed",
        f"{counted(read.new, 'article')} new",
        *_some(read.again, "concluded again"),
        *_some(read.sightings, "seen elsewhere"),
        *_some(read.known + done.unchanged_pages, "known"),
        *_some(read.foreign, "not in English"),
        *_some(done.old, "passed over for their age"),
        *_some(read.failed, "failed"),
        *_some(done.forbidden, "that their sites let nobody read"),
        *_some(done.left, "left for later"),
        *_some(done.quiet, "there before and not told of"),
    ]
    alerts = [counted(went.alerts, "alert"), *_some(went.waiting, "on their way")]
    return f"{', '.join(parts)}; {counted(read.statements, 'statement')}; {', '.join(alerts)}"


def _in_brackets(done: "Done") -> str:
    its = [
        *_some(done.unchanged, "unchanged"),
        *_some(done.failed, "failed"),
        *_some(done.resting, "left alone"),
        *_some(done.refused, "refused"),
    ]
    return f" ({', '.join(its)})" if its else ""


def _some(number: int, words: str) -> Iterator[str]:
    if number:
        yield f"{number} {words}"

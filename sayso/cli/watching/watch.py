"""The command that follows feeds and sitemaps: `watch`."""

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any

import click

from sayso.cli.options import MOST, Amount, Count, json_option, reading_options, record_option
from sayso.cli.output import complain, note, print_bytes, say
from sayso.cli.parts import tell_outcome, working
from sayso.cli.watching.words import round_words
from sayso.errors import DeliveryError, ReadError, UsageError
from sayso.settings import Settings
from sayso.watch.manners import Clock, Manners

if TYPE_CHECKING:
    from sayso.read import Outcome
    from sayso.watch.rules import Rules
    from sayso.watch.telling import Destination
    from sayso.watch.watching import Went

_LONGEST = 7 * 86400.0  # seconds between two rounds
_MANNERS = ("pause", "days", "most", "revisit", "everything")


class _Report:
    """Says on standard error what goes wrong, and what each round did.

    That stands on standard output unless a program reads there.
    """

    def __init__(self, name: str, *, as_json: bool) -> None:
        self._name = name
        self._as_json = as_json
        self.failed = self.refused = False

    def outcome(self, each: "Outcome") -> None:
        self.failed |= isinstance(each, ReadError)
        tell_outcome(each)

    def undelivered(self, error: DeliveryError) -> None:
        self.failed = True
        complain(str(error))

    def round(self, went: "Went") -> None:
        for each in went.links.failed:
            complain(f"{each.article} cannot be linked: {each.why}")
        self.failed |= bool(went.links.failed)
        self.refused = went.done.is_refused
        words = f"{self._name}: {round_words(went)}"
        if self._as_json:
            note(words)
        else:
            say(words)
            sys.stdout.flush()  # whoever follows a file of it reads on


def _watch_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add how sources are followed."""
    own = Manners()
    options = [
        click.argument("sources", nargs=-1, required=True, metavar="SOURCE..."),
        click.option("--interval", type=Amount(1, _LONGEST), default=300.0, show_default=True,
                     metavar="SECONDS", help="From one round's beginning to the next's."),
        click.option("--once", is_flag=True, help="Go one round and end, for cron."),
        click.option("--everything", is_flag=True,
                     help="Tell of what is there already, too, not of what comes alone."),
        click.option("--rules", type=click.Path(path_type=Path), metavar="FILE",
                     help="Which alerts are told, and to whom; all of them here if not given."),
        click.option("--days", type=Count(0, 36500), default=own.days, show_default=True,
                     help="Pass over pages that their source dates further back."),
        click.option("--most", type=Count(1, MOST), default=own.most, show_default=True,
                     help="Read so many pages in one round; others wait for the next."),
        click.option("--revisit", type=Amount(0, 365), default=own.revisit, show_default=True,
                     metavar="DAYS", help="Ask so long for later versions of what was read."),
        click.option("--pause", type=Amount(0, 3600), default=own.pause, show_default=True,
                     metavar="SECONDS", help="Between two requests to a host, at least."),
    ]  # fmt: skip
    for option in reversed(options):
        command = option(command)
    return command


@click.command()
@_watch_options
@json_option("Print alerts as JSON, one a line.")
@reading_options
@record_option
def watch(
    sources: tuple[str, ...], record: str, interval: float, once: bool, **options: Any
) -> None:
    """Follow feeds and sitemaps, read what is new, and tell of what matters.

    A SOURCE is the address of an RSS or Atom feed, of a sitemap, or of an index of sitemaps. Each
    is asked whether it has changed; what it names and is new is read and linked. A host gets one
    request at a time, is asked for nothing that its robots.txt forbids, and is left alone for a
    while where it does not answer or asks for it.

    What is told: a new independent origin of a claim, a first denial, a changed position, a later
    version of an article on the record. Of what is there when watching begins nothing is told. A
    file of rules chooses by words, names, places, acts and kinds, and sends alerts to files,
    webhooks and mail; each is told once.

    How far it is stands in the record: stopped, or killed, it goes on there. It ends after --once
    or Ctrl-C.

    \b
    Examples:
      sayso watch https://courier.example/feed.xml
      sayso watch https://courier.example/feed.xml https://monitor.example/news-sitemap.xml
      sayso watch https://courier.example/feed.xml --rules desk.toml
      sayso watch https://courier.example/feed.xml --once --record crisis.db
    """
    from sayso.store import Store
    from sayso.watch.noticing import Noticing
    from sayso.watch.rounds import Rounds
    from sayso.watch.rules import Rules, read_rules
    from sayso.watch.telling import Delivering
    from sayso.watch.watching import Watch

    wrong = [each for each in sources if not each.startswith(("http://", "https://"))]
    if wrong:
        raise UsageError(f"{wrong[0]}: only http and https addresses are followed")
    manners = Manners(**{name: options.pop(name) for name in _MANNERS})
    path, as_json = options.pop("rules"), options.pop("as_json")
    rules = read_rules(path) if path else Rules()
    settings, clock = Settings(**options), Clock()
    destinations = _destinations(rules, settings, clock, as_json=as_json)
    with Store.open(record) as store, working(settings) as who, _stopping(clock):
        if store.alerts.begin(everything=manners.everything) and not manners.everything:
            note("what is there now is read and not told of; --everything tells of it")
        report = _Report(store.name, as_json=as_json)
        its = Watch(
            store,
            Rounds(store, who, settings, manners, clock),
            Noticing(store, rules.ways),
            Delivering(store, destinations, clock),
            clock,
        )
        if once:
            its.once(list(dict.fromkeys(sources)), report)
        else:
            its.on(list(dict.fromkeys(sources)), report, interval=interval)
    if report.failed and (once or report.refused):
        raise click.exceptions.Exit(1)


def _destinations(
    rules: "Rules", settings: Settings, clock: Clock, *, as_json: bool
) -> "dict[str, Destination]":
    """Return who is told; raises UsageError where one cannot be."""
    from sayso.watch.rules import TERMINAL
    from sayso.watch.telling import Screen, destination

    screen = Screen(_print_json if as_json else _print, as_json)
    named = {
        name: destination(name, given, settings, clock)
        for name, given in rules.destinations.items()
        if name != TERMINAL
    }
    return {TERMINAL: screen} | named


def _print(lines: str) -> None:
    for each in lines.split("\n"):
        say(each)
    sys.stdout.flush()


def _print_json(line: str) -> None:
    print_bytes(line.encode() + b"\n")
    sys.stdout.flush()


@contextmanager
def _stopping(clock: Clock) -> Iterator[None]:
    """Let Ctrl-C, or whoever ends the process, stop the watch where it can go on; twice at once."""

    def stop(number: int, frame: FrameType | None) -> None:  # noqa: ARG001
        clock.stop.set()
        signal.signal(number, before[number])
        note("stops; once more ends it at once")

    before = {int(each): signal.getsignal(each) for each in (signal.SIGINT, signal.SIGTERM)}
    for number in before:
        signal.signal(number, stop)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)

"""A mailbox (mbox, RFC 4155), as mail programs keep and export folders -> Articles, one a mail."""

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

from sayso.errors import ReadError
from sayso.read.formats.mails.mail import read_mail
from sayso.read.formats.opening import HEAD, How, Opened
from sayso.records import Article

# What stands before each mail: "From press@roads.example Fri Mar 14 09:30:00 2031".
_BEGINS = re.compile(rb"From .*\b\d{1,2}:\d\d")
_QUOTED = re.compile(rb">+From ")  # a line of a mail that would look so has marks before it


def read_mailbox(opened: Opened, how: How) -> Iterator[Article | ReadError]:
    """Yield the article of each mail, or why it cannot be read; one is in memory at a time.

    Its source is `source:NUMBER`.
    """
    for number, data in enumerate(_mails(opened, how.limit), start=1):
        source = opened.at(number)
        mail = replace(opened, stream=BytesIO(data), source=source, head=data[:HEAD])
        try:
            yield from read_mail(mail, how, file=opened.source)
        except ReadError as error:
            yield error


def _mails(opened: Opened, limit: int) -> Iterator[bytes]:
    """Yield each mail, of one over the limit as much as tells that it is."""
    held, size, blank = bytearray(), 0, True
    while line := opened.stream.readline(limit + 1):
        if blank and _BEGINS.match(line):
            if size:
                yield bytes(held)
            held, size, blank = bytearray(), 0, False
            continue
        size += len(line)
        if len(held) <= limit:
            held += line[1:] if _QUOTED.match(line) else line
        blank = not line.strip()
    if size:
        yield bytes(held)

"""A mail (RFC 5322), as press releases come -> Article: sender, date, subject, and its text."""

import re
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes, policy
from email.errors import (
    CloseBoundaryNotFoundDefect,
    InvalidBase64LengthDefect,
    InvalidBase64PaddingDefect,
    MessageError,
    StartBoundaryNotFoundDefect,
)
from email.message import EmailMessage
from email.utils import parseaddr
from typing import Any

from sayso.errors import ReadError
from sayso.read.compose import About, compose_given, language_code
from sayso.read.encoding import decode
from sayso.read.formats.fragments import fragment_paragraphs
from sayso.read.formats.opening import How, Opened
from sayso.read.paragraphs import split_paragraphs
from sayso.records import Article

ATTACHED = "files attached to mails"
CUT = "mails that are cut off behind their text"
# What the parts of a mail may raise that declare what does not exist, or are cut.
_BROKEN = (MessageError, LookupError, ValueError, AttributeError, TypeError, AssertionError)
# What the library says of parts that never end, and of a text whose encoding stops midway.
_ENDLESS = (CloseBoundaryNotFoundDefect, StartBoundaryNotFoundDefect)
_HALF = (InvalidBase64LengthDefect, InvalidBase64PaddingDefect)
_HALF_SIGN = re.compile(r"=[0-9A-Fa-f]?\Z")  # of quoted-printable, which ends with a line: "=C"
_HEAD_ENDS = re.compile(rb"\n\r?\n|\r\r")
_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)
_ANSWERS = re.compile(r"^(?:re|fwd?|aw|wg)\s*:\s*", re.IGNORECASE)
_FLOWED = re.compile(r"(?<=\S) \n(?=\S)")


def read_mail(opened: Opened, how: How, *, file: str = "") -> Iterator[Article | ReadError]:
    """Yield the article of a mail, from a mailbox that is a `file`; what is attached is counted.

    Raises ReadError of kind "mail", "size" or "empty": "mail" too where it is seen to be cut off
    before the end of its text.
    """
    data = opened.whole(how.limit)
    if not _HEAD_ENDS.search(data):
        raise ReadError(opened.source, "mail", "is cut off in its head")
    try:
        mail = message_from_bytes(data, policy=policy.default)
        about, given_id = _about(mail), _field(mail, "message-id").strip("<>")
        part, body = _body(mail, opened.source)
        how.skip(ATTACHED, sum(1 for _ in mail.iter_attachments()) if mail.is_multipart() else 0)
        cut = _is_cut(mail, part)
        ends = cut and part is _last(mail)
    except RecursionError:  # parts in parts, or brackets in brackets of the head
        raise ReadError(opened.source, "mail", "is nested too deep") from None
    except _BROKEN as error:
        raise ReadError(opened.source, "mail", f"cannot be taken apart: {error}") from None
    if ends:
        raise ReadError(opened.source, "mail", "is cut off in its text")
    if cut:
        how.remark(CUT)
    if not body:
        raise ReadError(opened.source, "empty", "is a mail without text")
    day = re.sub(r"\s*\([^)]*\)$", "", _field(mail, "date"))
    published = how.date([("Date", day)], file or opened.source, opened.source)
    yield compose_given(replace(about, published=published), body, opened.source, given_id=given_id)


def _field(mail: EmailMessage, name: str) -> str:
    """Return a field of the head, in which words may be encoded in ways of their own."""
    return " ".join(str(mail[name] or "").split())


def _about(mail: EmailMessage) -> About:
    """Return what the head says; whoever sends a release is who publishes it."""
    name, address = parseaddr(_field(mail, "from"))
    return About(
        title=_ANSWERS.sub("", _field(mail, "subject")),
        publisher=name or address.rpartition("@")[2],
        lang=language_code(_field(mail, "content-language")),
    )


def _is_cut(mail: EmailMessage, part: EmailMessage) -> bool:
    """Tell whether a mail ends before it says so, in the part that has its text or elsewhere."""
    if mail.is_multipart() or mail.get_content_maintype() == "multipart":
        return any(isinstance(each, _ENDLESS) for one in mail.walk() for each in one.defects)
    encoding = _field(part, "content-transfer-encoding").lower()
    halved = encoding == "quoted-printable" and _HALF_SIGN.search(str(part.get_payload()))
    return bool(halved) or any(isinstance(each, _HALF) for each in part.defects)


def _last(mail: EmailMessage) -> Any:
    """Return the last part of a mail that holds no others."""
    *_, last = mail.walk()
    return last


def _body(mail: EmailMessage, source: str) -> tuple[Any, list[str]]:
    """Return the part that has the text, plain rather than in HTML, and its paragraphs.

    Where none has any that is the last.
    """
    for kind in ("plain", "html"):
        part: Any = mail.get_body(preferencelist=(kind,))
        if part is not None and (paragraphs := _paragraphs(part, kind, source)):
            return part, paragraphs
    return _last(mail), []


def _paragraphs(part: EmailMessage, kind: str, source: str) -> list[str]:
    text = _text(part, source)
    if kind == "html":
        return fragment_paragraphs(text, source)
    if str(part.get_param("format", "")).lower() == "flowed":
        text = _FLOWED.sub(" ", text)
    return split_paragraphs(_SIGNATURE.split(text)[0])


def _text(part: EmailMessage, source: str) -> str:
    """Return the text of a part, by the encoding that it declares if this fits."""
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes) or not payload:
        return ""
    return decode(payload, source, declared=part.get_content_charset() or "")

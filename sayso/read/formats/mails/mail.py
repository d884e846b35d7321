"""A mail (RFC 5322), as press releases come -> Article: sender, date, subject, and its text."""

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage
from email.utils import parseaddr
from typing import Any

from sayso.errors import ReadError
from sayso.read.compose import About, compose_given, language_code
from sayso.read.dates import parse_date
from sayso.read.encoding import decode
from sayso.read.formats.fragments import fragment_paragraphs
from sayso.read.formats.opening import How, Opened
from sayso.read.paragraphs import split_paragraphs
from sayso.records import Article

ATTACHED = "files attached to mails"
# What the parts of a mail may raise that declare what does not exist, or are cut.
_BROKEN = (MessageError, LookupError, ValueError, AttributeError, TypeError, AssertionError)
_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)
_ANSWERS = re.compile(r"^(?:re|fwd?|aw|wg)\s*:\s*", re.IGNORECASE)
_FLOWED = re.compile(r"(?<=\S) \n(?=\S)")


def read_mail(opened: Opened, how: How) -> Iterator[Article | ReadError]:
    """Yield the article of a mail; what is attached to it is counted.

    Raises ReadError of kind "mail", "size" or "empty".
    """
    data = opened.whole(how.limit)
    try:
        mail = message_from_bytes(data, policy=policy.default)
        about, given_id = _about(mail), _field(mail, "message-id").strip("<>")
        body = _body(mail, opened.source)
        how.skip(ATTACHED, sum(1 for _ in mail.iter_attachments()) if mail.is_multipart() else 0)
    except _BROKEN as error:
        raise ReadError(opened.source, "mail", f"cannot be taken apart: {error}") from None
    if not body:
        raise ReadError(opened.source, "empty", "is a mail without text")
    yield compose_given(about, body, opened.source, given_id=given_id)


def _field(mail: EmailMessage, name: str) -> str:
    """Return a field of the head, in which words may be encoded in ways of their own."""
    return " ".join(str(mail[name] or "").split())


def _about(mail: EmailMessage) -> About:
    """Return what the head says; whoever sends a release is who publishes it."""
    name, address = parseaddr(_field(mail, "from"))
    return About(
        title=_ANSWERS.sub("", _field(mail, "subject")),
        published=parse_date(re.sub(r"\s*\([^)]*\)$", "", _field(mail, "date"))),
        publisher=name or address.rpartition("@")[2],
        lang=language_code(_field(mail, "content-language")),
    )


def _body(mail: EmailMessage, source: str) -> list[str]:
    """Return the paragraphs of the part that is plain text, else of the one in HTML."""
    for kind in ("plain", "html"):
        part: Any = mail.get_body(preferencelist=(kind,))
        if part is None:
            continue
        text = _text(part, source)
        if kind == "html":
            paragraphs = fragment_paragraphs(text, source)
        else:
            if str(part.get_param("format", "")).lower() == "flowed":
                text = _FLOWED.sub(" ", text)
            paragraphs = split_paragraphs(_SIGNATURE.split(text)[0])
        if paragraphs:
            return paragraphs
    return []


def _text(part: EmailMessage, source: str) -> str:
    """Return the text of a part, by the encoding that it declares if this fits."""
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes) or not payload:
        return ""
    return decode(payload, source, declared=part.get_content_charset() or "")

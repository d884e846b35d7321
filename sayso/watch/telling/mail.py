"""Alerts -> a mail of all that a round brings, by SMTP.

It may come twice where the process is killed before it is noted; its Message-ID is the same then.
"""

import hashlib
import smtplib
import ssl
from collections.abc import Sequence
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.utils import formatdate

from sayso.errors import DeliveryError
from sayso.store.watching import Delivery
from sayso.view.characters import one_line
from sayso.view.words import counted
from sayso.watch.telling.words import alert_words

_SUBJECT = 150  # characters


@dataclass(frozen=True, slots=True)
class Server:
    """A server that takes mail: encrypted from the start, or as soon as it offers to be."""

    host: str
    port: int
    encrypted: bool = False
    user: str = ""
    password: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Mail:
    """Who is told by mail."""

    to: tuple[str, ...]
    sender: str
    server: Server
    timeout: float
    at_once: int = 50

    def deliver(self, some: Sequence[Delivery]) -> None:
        """Send a mail of some alerts. Raises DeliveryError where the server does not take it."""
        try:
            with self._connected() as connection:
                refused = connection.send_message(self._message(some))
        except (OSError, smtplib.SMTPException) as error:
            raise DeliveryError(f"{self._name}: {_reason(error)}") from error
        if refused:
            raise DeliveryError(f"{self._name}: refuses {', '.join(refused)}")

    @property
    def _name(self) -> str:
        return f"smtp://{self.server.host}:{self.server.port}"

    def _connected(self) -> smtplib.SMTP:
        server, context = self.server, ssl.create_default_context()
        where_to = (server.host, server.port)
        if server.encrypted:
            connection: smtplib.SMTP = smtplib.SMTP_SSL(
                *where_to, timeout=self.timeout, context=context
            )
        else:
            connection = smtplib.SMTP(*where_to, timeout=self.timeout)
            connection.ehlo()
            if connection.has_extn("starttls"):
                connection.starttls(context=context)
                connection.ehlo()
            elif server.password:
                connection.close()
                raise DeliveryError(f"{self._name}: offers no encryption, so no password is sent")
        if server.user:
            connection.login(server.user, server.password)
        return connection

    def _message(self, some: Sequence[Delivery]) -> EmailMessage:
        first = one_line(str(some[0].alert.value["words"]))
        more = f" and {counted(len(some) - 1, 'other alert')}" if len(some) > 1 else ""
        keys = "\0".join(each.alert.key for each in some)
        message = EmailMessage()
        message["Subject"] = f"sayso: {first[:_SUBJECT]}{more}"
        message["From"] = self.sender
        message["To"] = ", ".join(self.to)
        message["Date"] = formatdate(localtime=False)
        host = self.sender.rpartition("@")[2].strip("> ") or "localhost"
        message["Message-ID"] = f"<{hashlib.sha256(keys.encode()).hexdigest()[:32]}@{host}>"
        message["Auto-Submitted"] = "auto-generated"
        message.set_content("\n\n".join(alert_words(each) for each in some) + "\n")
        return message


def _reason(error: Exception) -> str:
    if isinstance(error, smtplib.SMTPResponseException):
        said = error.smtp_error
        words = said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)
        return one_line(f"answers {error.smtp_code} {words}")
    return one_line(getattr(error, "strerror", None) or str(error) or type(error).__name__)

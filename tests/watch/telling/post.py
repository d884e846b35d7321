"""A server that takes mail on this machine, or refuses it as a test says."""

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any


@dataclass
class PostOffice:
    """Mails that came; each command in `refuses` is answered with what stands there."""

    mails: list[EmailMessage] = field(default_factory=list)
    to: list[str] = field(default_factory=list)
    refuses: dict[str, str] = field(default_factory=dict)
    commands: list[str] = field(default_factory=list)
    port: int = 0


class _Clerk(socketserver.StreamRequestHandler):
    office: PostOffice

    def handle(self) -> None:
        self._say("220 post.example")
        while line := self.rfile.readline().decode().strip():
            verb = line.partition(" ")[0].upper()
            self.office.commands.append(verb)
            if verb in self.office.refuses:
                self._say(self.office.refuses[verb])
            elif verb == "DATA":
                self._say("354 go on")
                self.office.mails.append(self._mail())
                self._say("250 taken")
            elif verb == "QUIT":
                self._say("221 bye")
                return
            else:
                if verb == "RCPT":
                    self.office.to.append(line.partition(":")[2])
                self._say("250 post.example")

    def _mail(self) -> Any:
        data = b""
        while (line := self.rfile.readline()) not in (b".\r\n", b""):
            data += line[1:] if line.startswith(b"..") else line
        return message_from_bytes(data, policy=policy.default)

    def _say(self, line: str) -> None:
        self.wfile.write(f"{line}\r\n".encode())


@contextmanager
def post_office() -> Iterator[PostOffice]:
    """Take mail until the end."""
    office = PostOffice()
    clerk = type("Clerk", (_Clerk,), {"office": office})
    server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), clerk)
    server.daemon_threads = True
    office.port = server.server_address[1]
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield office
    finally:
        server.shutdown()
        server.server_close()

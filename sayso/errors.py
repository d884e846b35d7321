"""The one tree of errors that sayso raises on purpose.

SaysoError
├── UsageError        the command or the call was used wrongly (exit code 2)
│   └── QuestionError it asks for what cannot be: no such day, no such act
├── ExtraError        it needs what an extra of sayso installs
├── ReadError         a source could not be read as an article
│   └── FetchError    an address could not be fetched
├── DeliveryError     an alert did not get to where it is to go
├── ModelError        the model file is missing or does not fit this version
└── StoreError        the record could not be opened, read or written
    ├── MissingError  it does not hold what was asked for
    └── DamageError   something in it cannot be what sayso wrote
"""


class SaysoError(Exception):
    """Base of every error that sayso raises on purpose; its text is one line fit for a terminal."""


class UsageError(SaysoError):
    """A command or a call was used wrongly."""


class QuestionError(UsageError):
    """Something is asked for that cannot be, whatever the record holds."""


class ExtraError(SaysoError):
    """Something needs what is installed with an extra of sayso, and it is not."""

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(f'{what} needs more; now: pip install "sayso[{extra}]"')


class ReadError(SaysoError):
    """A source could not be read as an article.

    `source` names the file, address or line; `kind` is a short stable word for programs
    ("missing", "encoding", "empty", "json", ...); `message` is the reason in one line.
    """

    def __init__(self, source: str, kind: str, message: str) -> None:
        super().__init__(f"{source}: {message}")
        self.source = source
        self.kind = kind
        self.message = message


class FetchError(ReadError):
    """An address could not be fetched, or must not be."""


class DeliveryError(SaysoError):
    """An alert did not get to where it is to go; `wait` is for how many seconds to leave it."""

    def __init__(self, message: str, wait: float | None = None) -> None:
        super().__init__(message)
        self.wait = wait


class ModelError(SaysoError):
    """The model file is missing, broken, or made for another version of sayso."""


class StoreError(SaysoError):
    """The record could not be opened, read or written."""


class MissingError(StoreError):
    """The record does not hold what was asked for."""


class DamageError(StoreError):
    """Something in the record cannot be what sayso wrote; the store adds which record it is."""

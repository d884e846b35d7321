"""When something was published, as far as its source tells: a day, a time, or longer."""

from dataclasses import dataclass
from datetime import UTC, datetime


@dataclass(frozen=True, slots=True)
class Moment:
    """A time as an interval of ISO 8601 dates, both ends included, with its grain as given.

    `time` is the instant, where one was given with its offset from UTC: `2031-03-14T09:30:00Z`.
    Without an offset it is a time of somewhere, and has no Z. It is empty where a day is all.
    """

    start: str
    end: str
    grain: str
    time: str = ""

    @property
    def order(self) -> str:
        """Return what puts moments in order: by day, and within a day by time."""
        return f"{self.start} {self.time}".strip()

    def before(self, other: "Moment") -> bool | None:
        """Tell whether it is before another one; None where what was given does not tell."""
        alike = self.time.endswith("Z") == other.time.endswith("Z")
        if self.time and other.time and alike:
            return None if self.time == other.time else self.time < other.time
        apart = self.end < other.start or other.end < self.start
        return self.end < other.start if apart else None


def utc(at: datetime) -> str:
    """Return an instant, which has its offset, in ISO 8601 in UTC: `2031-03-14T09:30:00Z`."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def now() -> str:
    """Return this instant in ISO 8601 in UTC, as the record keeps when something was done."""
    return utc(datetime.now(UTC))

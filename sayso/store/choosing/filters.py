"""The filters of lists and exports: what each is called, what it means, and what it may be."""

from dataclasses import dataclass, replace
from datetime import date

from sayso.errors import QuestionError
from sayso.records import ACTS, ANY_SAID, SAID


@dataclass(frozen=True, slots=True)
class Filters:
    """Which statements to take: those that fit everything that is given.

    `entity`: a speaker of it is called so, by words of any name, or is the entity with this id.
    `outlet`: its article was seen at the outlet called so, else at those that have all the words.
    `place`: its content mentions the place, by name or GeoNames number. `acts`: it does one of
    these. `since`, `until`: its article was published on these days or between them; one without a
    date was not. `min_score`: it is as sure. `words`: its content has all of them, those in double
    quotes together. `said`: one of `SAID`, or any. Whatever is empty lets all through.

    Raises QuestionError where a filter is something that it cannot be.
    """

    entity: str = ""
    outlet: str = ""
    place: str = ""
    acts: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    min_score: float = 0.0
    words: str = ""
    said: str = ANY_SAID

    def __post_init__(self) -> None:
        if unknown := [act for act in self.acts if act not in ACTS]:
            raise QuestionError(f"no act is called {unknown[0]!r}: there are {', '.join(ACTS)}")
        if self.said not in (*SAID, ANY_SAID):
            raise QuestionError(f"said is one of {', '.join((*SAID, ANY_SAID))}, not {self.said!r}")
        if not 0 <= self.min_score <= 1:  # nan is not either
            raise QuestionError(f"a score is 0 to 1, not {self.min_score}")
        check_period(self.since, self.until)

    @property
    def among_statements(self) -> bool:
        """Tell whether of one article some statements may fit and others not."""
        return self.are_about_statements or self.said != ANY_SAID

    @property
    def are_about_statements(self) -> bool:
        """Tell whether more is asked of statements than whether they were said."""
        return any((self.entity, self.place, self.acts, self.min_score, self.words))

    @property
    def are_words_alone(self) -> bool:
        """Tell whether words are asked for, and nothing else of what was said."""
        return bool(self.words) and replace(WAS_SAID, words=self.words) == self

    @property
    def are_given(self) -> bool:
        """Tell whether more is asked for than what was said, or was not."""
        return self.are_about_statements or any((self.outlet, self.since, self.until))


def check_period(since: str, until: str) -> None:
    """Raise QuestionError unless both are days such as 2031-03-14, or empty, in this order."""
    for name, day in (("since", since), ("until", until)):
        if day and not _is_day(day):
            raise QuestionError(f"{name} is a day such as 2031-03-14, not {day!r}")
    if since and until and since > until:
        raise QuestionError(f"nothing is since {since} and until {until}")


def _is_day(words: str) -> bool:
    try:
        return date.fromisoformat(words).isoformat() == words
    except ValueError:
        return False


WAS_SAID = Filters(said="yes")  # what lists take if nothing else is asked for

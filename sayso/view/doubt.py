"""Scores -> the words that mark what is doubtful, the same in terminal, page and lists."""

from typing import NamedTuple

from sayso.records import Provenance, Statement
from sayso.view.words import percent

DOUBTFUL = 0.7
"""What scores less is doubtful: docs/errors.md tells what share is right on either side."""

MEANING = (
    "Doubtful: less than 70% sure. On conflict news about two in three of these are right, "
    "and nine in ten of the others."
)
"""What the mark means, for whoever meets it."""


class Doubt(NamedTuple):
    """What is doubtful, and how sure it is all the same."""

    what: str
    score: str

    @property
    def words(self) -> str:
        """Return the doubt as it reads: "speaker doubtful (62%)"."""
        return f"{self.what} doubtful ({self.score})"


def doubts(statement: Statement, provenance: Provenance) -> tuple[Doubt, ...]:
    """Return what is doubtful of a statement: itself, who speaks, both or nothing."""
    return of_scores(statement.score, provenance.score if provenance.speakers else None)


def of_scores(statement: float, speaker: float | None) -> tuple[Doubt, ...]:
    """Return what two scores leave doubtful; the second is None where nobody is named."""
    scores = (("statement", statement), ("speaker", 1.0 if speaker is None else speaker))
    return tuple(each for what, score in scores if (each := doubt(what, score)))


def doubt(what: str, score: float) -> Doubt | None:
    """Return the doubt about something with such a score, None where there is none."""
    return Doubt(what, percent(score)) if score < DOUBTFUL else None

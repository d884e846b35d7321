"""The form by which a page is narrowed: what it offers, and what is set in it already."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any

from sayso.store import Store
from sayso.view.asking import Listing, NetworkQuestion, Question, Search
from sayso.view.characters import one_line
from sayso.view.charts.families import FAMILIES
from sayso.view.words import SURE, percent

_SET_ELSEWHERE = ("claim", "kind", "source", "target", "said", "origins", "since", "until")
_ACTS = {each.address: each.words for each in FAMILIES}


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What a page is asked for, and how its form shows it.

    `name` is that of the entity whose id is asked for, or empty. `whole` is the address of the same
    page without filters.
    """

    asked: Question | NetworkQuestion | Search | Listing
    name: str
    whole: str

    @property
    def is_list(self) -> bool:
        """Tell whether lists are narrowed, which know acts and no kinds of acts."""
        return isinstance(self.asked, Listing)

    @property
    def families(self) -> Any:
        """Return the kinds of acts, each with its acts."""
        return FAMILIES

    @property
    def sureness(self) -> list[tuple[str, str]]:
        """Return from which score on statements may be asked for, and how sure these are."""
        made = {f"{least:g}": f"{words} or more" for least, words in reversed(SURE) if least}
        least = self.asked.min_score
        if least and least not in made:
            made[least] = f"{percent(self.asked.score)} or more"
        return sorted(made.items())

    @property
    def chosen(self) -> list[str]:
        """Return what is set, in words: empty where everything is shown."""
        return list(self._chosen())

    def _chosen(self) -> Iterator[str]:
        asked = self.asked
        sure = dict(self.sureness)
        for field in fields(asked):
            value = one_line(getattr(asked, field.name))
            if not value or field.name in _SET_ELSEWHERE:
                continue
            if field.name == "words":
                yield f"“{value}”"
            elif field.name == "who":
                yield self.name or value
            elif field.name == "min_score":
                yield sure.get(value, value)
            else:
                yield ", ".join(_ACTS.get(each, each) for each in value.split(","))
        if asked.since or asked.until:
            yield " ".join(
                f"{word} {one_line(day)}"
                for word, day in (("since", asked.since), ("until", asked.until))
                if day
            )


def narrowing(
    store: Store, asked: Question | NetworkQuestion | Search | Listing, path: str
) -> Narrowing:
    """Return the form of a page that is asked for something."""
    name = store.names([asked.who]).get(asked.who, "") if asked.who.startswith("en_") else ""
    return Narrowing(asked, one_line(name), path)

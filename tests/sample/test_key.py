"""How much of what is true of the sample linking finds; docs/errors.md tells what it does not."""

import pytest

from sayso.store import Store

from .holding import KEY, Check, Linked, checks, shares


@pytest.fixture(scope="module")
def every(linked_record) -> list[Check]:
    with Store.open(linked_record) as store:
        return list(checks(Linked(store)))


@pytest.mark.parametrize("part", KEY["floors"])
def test_what_holds_goes_on_to_hold(every: list[Check], part: str) -> None:
    missed = [check.line for check in every if check.part == part and not check.holds]
    assert shares(every)[part] >= KEY["floors"][part], "\n".join(missed)


def test_the_sample_has_what_the_key_speaks_of(every: list[Check], linked_record) -> None:
    with Store.open(linked_record) as store:
        linked = Linked(store)
    lines = [words for part in ("claims", "quotations") for each in KEY[part]
             for name in ("says", "denies", "apart") for words in each.get(name, [])]  # fmt: skip
    missing = [words for words in lines if not linked.statements(tuple(words))]
    assert len(missing) <= 0.1 * len(lines), missing
    assert {check.part for check in every} == set(KEY["floors"])

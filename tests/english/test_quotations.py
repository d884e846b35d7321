"""The quotations of a text; marks of every kind stand in tests/annotate/test_quotes.py."""

import pytest

from sayso.english.quotations import quotations

CASES = {
    "none": ("Nobody spoke.", []),
    "one": ('"Go," he said.', [('"Go,"', True)]),
    "two": ("“Go,” he said. “Stay.”", [("“Go,”", True), ("“Stay.”", True)]),
    "marks inside": ("“He said ‘go’ twice,” she said.", [("“He said ‘go’ twice,”", True)]),
    "over paragraphs": ("“One.\n“Two,” he said.", [("“One.", False), ("“Two,”", True)]),
}


@pytest.mark.parametrize(("text", "wanted"), CASES.values(), ids=CASES)
def test_quotations_come_in_order_with_whether_they_are_closed(text, wanted):
    assert [(text[q.start : q.end], q.closed) for q in quotations(text)] == wanted

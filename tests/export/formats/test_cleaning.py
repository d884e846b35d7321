"""What is made harmless, and what is left as it is."""

import json
from io import BytesIO

from sayso.export.formats.cleaning import finite, json_text, scalar, web_address, write_array


def test_half_a_character_is_replaced_one_for_one():
    assert scalar("a\ud83db\udc00") == "a\ufffdb\ufffd"
    assert scalar("𝒳") == "𝒳"


def test_what_is_no_number_is_none():
    assert [finite(n) for n in (0.5, float("nan"), float("inf"), None, 0.0)] == [
        *(0.5, None, None, None, 0.0)
    ]


def test_json_leaves_out_what_is_empty_and_keeps_zero():
    given = {"a": "", "b": [], "c": None, "d": {}, "e": 0, "f": [float("nan")], "g": "\ud800"}
    assert json.loads(json_text(given)) == {"e": 0, "f": [None], "g": "\ufffd"}


def test_an_array_is_written_an_item_a_line():
    out = BytesIO()
    write_array({"type": "List"}, "items", ({"n": n} for n in range(3)), out)
    assert json.loads(out.getvalue()) == {"type": "List", "items": [{"n": n} for n in range(3)]}
    assert out.getvalue().count(b"\n") == 5


def test_an_address_is_of_the_web():
    assert web_address("https://six.example/a?b=c#d") == "https://six.example/a?b=c#d"
    for words in ("javascript:alert(1)", "file:///etc/passwd", "https://a b", 'https://a"b', ""):
        assert web_address(words) == ""

"""An alert in words."""

from sayso.watch.telling.words import alert_words

from .alerts import delivery


def test_an_alert_in_lines():
    lines = alert_words(delivery()).splitlines()
    assert lines[0].startswith("2033-05-18 03:33 DENIAL “We stay” is denied for the first time")
    assert lines[2] == "    Ada: “No” (Courier)"
    assert lines[3] == "    she: “Yes” (Talks)"
    assert lines[4] == "    because one says that the other is not so"
    assert lines[5] == "    Courier · https://x.example/1 · sha256:000000000000"
    assert len(lines) == 6


def test_nothing_in_it_is_a_command_to_the_terminal():
    assert "\x1b" not in alert_words(delivery())

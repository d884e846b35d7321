"""Templates escape, and the policy of a page names its one style sheet."""

import jinja2
import pytest

from sayso.export.templating import environment, policy


def test_values_are_escaped_and_none_may_be_missing() -> None:
    made = environment(("sayso.export", "templates"))
    assert made.from_string("{{ words }}").render(words="<b>") == "&lt;b&gt;"
    with pytest.raises(jinja2.UndefinedError):
        made.from_string("{{ words }}").render()


def test_a_policy_allows_one_sheet() -> None:
    assert policy("a {}").startswith("default-src 'none'; style-src 'sha256-")
    assert policy("a {}") != policy("b {}")

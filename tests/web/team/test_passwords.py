"""What is kept of passwords."""

import pytest

from sayso.web.team.passwords import LEAST, MOST, hashed, is_password


def test_what_is_kept_tells_the_password_and_is_not_it():
    kept = hashed("three small herons")
    assert "herons" not in kept
    assert kept.startswith("$argon2id$")
    assert is_password("three small herons", kept)
    assert not is_password("three small heron", kept)


def test_what_is_kept_of_one_password_differs():
    assert hashed("three small herons") != hashed("three small herons")


@pytest.mark.parametrize("password", ["", "x" * (LEAST - 1), "x" * (MOST + 1)])
def test_too_short_and_too_long_passwords_are_refused(password):
    with pytest.raises(ValueError, match="characters"):
        hashed(password)


@pytest.mark.parametrize("kept", [None, "", "no hash"])
def test_where_nothing_is_kept_no_password_is_right(kept):
    assert not is_password("three small herons", kept)

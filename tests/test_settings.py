"""The knobs: as they are where nobody turns them."""

from dataclasses import FrozenInstanceError, fields

import pytest

from sayso.settings import Settings


def test_every_knob_is_described_and_has_a_default():
    for field in fields(Settings):
        assert f"{field.name}:" in Settings.__doc__
    assert Settings() == Settings()


def test_private_networks_are_shut_and_limits_set():
    settings = Settings()
    assert not settings.allow_private
    assert min(settings.timeout, settings.max_bytes, settings.max_redirects) > 0


def test_a_run_cannot_change_them():
    with pytest.raises(FrozenInstanceError):
        Settings().timeout = 1.0

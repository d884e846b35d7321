"""A file of alerts: a line each, none twice, whenever whoever writes it is killed."""

import json

import pytest

from sayso.errors import DeliveryError
from sayso.watch.telling.lines import Lines

from .alerts import AT, alert, delivery


def keys(path):
    return [json.loads(line)["key"] for line in path.read_text("utf-8").splitlines()]


def test_an_alert_is_a_line(tmp_path):
    path = tmp_path / "alerts.jsonl"
    Lines(path).deliver([delivery(1), delivery(2)])
    Lines(path).deliver([delivery(3)])
    first, *_ = path.read_text("utf-8").splitlines()
    assert json.loads(first) == {"at": AT, **alert(1).value}
    assert keys(path) == ["denial-1", "denial-2", "denial-3"]


def test_what_may_stand_there_is_looked_for(tmp_path):
    path = tmp_path / "alerts.jsonl"
    path.write_text('not ours\n["nor this"]\n', "utf-8")
    Lines(path).deliver([delivery(1)])
    Lines(path).deliver([delivery(1, tries=1), delivery(2, tries=1)])
    assert (
        path.read_text("utf-8").count("denial-1") == 1 == path.read_text("utf-8").count("denial-2")
    )


@pytest.mark.parametrize("cut", [1, 20, 70_000])
def test_half_a_line_is_written_anew(tmp_path, cut):
    path = tmp_path / "alerts.jsonl"
    Lines(path).deliver([delivery(1), delivery(2)])
    whole = path.read_bytes()
    path.write_bytes(
        whole + whole.splitlines()[-1].replace(b"denial-2", b"denial-3")[:-1] + b"x" * cut
    )
    Lines(path).deliver([delivery(3, tries=1)])
    assert keys(path) == ["denial-1", "denial-2", "denial-3"]
    path.write_bytes(b"x" * cut)
    Lines(path).deliver([delivery(1)])
    assert keys(path) == ["denial-1"]


def test_a_file_that_cannot_be_written(tmp_path):
    with pytest.raises(DeliveryError, match=r"alerts\.jsonl: No such file or directory"):
        Lines(tmp_path / "nowhere" / "alerts.jsonl").deliver([delivery()])

"""The profile puts what is spent down to the right stage."""

import sys

import pytest
from click.testing import CliRunner

from bench.run import main
from bench.tasks.profile import STAGES, of_sources, stage_of


def called(*modules):
    """Return the stage when a function of the first module calls one of the second, and so on."""
    module, *rest = modules
    code = "call(*rest) if rest else stage_of(frame())"
    known = {"call": called, "rest": rest, "stage_of": stage_of, "frame": sys._getframe}
    return eval(code, known | {"__name__": module})  # noqa: S307


@pytest.mark.parametrize(
    ("modules", "stage"),
    [
        (["sayso.annotate.windows"], "windows"),
        (["sayso.annotate.annotator"], "decode"),
        (["sayso.annotate.annotator", "sayso.annotate.encoder", "threading"], "encoder"),
        (["sayso.resolve.resolver", "sayso.resolve.places.ranking"], "places"),
        (["sayso.resolve.acts.rules", "sayso.english.lemmas"], "acts"),
        (["sayso.resolve.resolver"], "resolver"),
        (["sayso.pipeline", "sayso.records"], "rest"),
        (["sayso.storehouse"], "rest"),
    ],
)
def test_the_innermost_stage_counts(modules, stage):
    assert called(*modules) == stage


def test_a_run_is_taken_apart(tmp_path):
    (tmp_path / "one.txt").write_text("“We never agreed,” Ana Ruel said.\n\n" * 40, "utf-8")
    (tmp_path / "two.txt").write_bytes(b"\0\1\2")
    measured = of_sources([str(tmp_path)])
    assert (measured.articles, measured.failed) == (1, 1)
    assert set(measured.seconds) == {*STAGES.values(), "rest"}
    assert measured.seconds["encoder"] > 0
    assert all(f"{stage} " in measured.table() for stage in measured.seconds)


@pytest.mark.parametrize("arguments", [[], ["--data", "polnear-dev", "one.txt"]])
def test_sources_or_data_are_named(arguments):
    assert CliRunner().invoke(main, ["profile", *arguments]).exit_code != 0

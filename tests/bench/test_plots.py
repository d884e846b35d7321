"""Plots: well-formed, the same each time, with every bin and set in them."""

from xml.etree import ElementTree

from bench.plots import reliability
from bench.reliability import Judged, bins

SETS = {
    "here & there": bins([Judged(0.85, True), Judged(0.85, False), Judged(0.31, False)]),
    "elsewhere": bins([Judged(0.95, True)]),
}
SVG = "{http://www.w3.org/2000/svg}"


def test_a_plot_is_whole_and_the_same_each_time() -> None:
    drawn = reliability("statement", SETS)
    assert drawn == reliability("statement", SETS)
    root = ElementTree.fromstring(drawn)  # noqa: S314
    words = [each.text for each in root.iter(f"{SVG}text")]
    assert {"here & there, 3", "elsewhere, 1"} <= set(words)
    assert {"statement score, per cent", "right, per cent", "0", "100"} <= set(words)


def test_each_bin_is_a_point_with_its_interval() -> None:
    root = ElementTree.fromstring(reliability("place", SETS))  # noqa: S314
    first, second = root.findall(f"{SVG}g")
    assert len(first.findall(f"{SVG}circle")) == len(SETS["here & there"]) + 1  # and its key
    assert len(first.findall(f"{SVG}path")) == len(SETS["here & there"])
    assert len(second.findall(f"{SVG}path")) == 2 * len(SETS["elsewhere"]) + 1

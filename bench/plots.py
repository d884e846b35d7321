"""Bins of scores -> a plot as SVG: how sure sayso was, against what share was right.

Made of few lines and no numbers but those of the bins, so that the same bins give the same bytes.
"""

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from bench.reliability import Bin

_SIDE = 280  # pixels of the square in which the bins stand
_LEFT, _TOP = 62, 18
_STEPS = (0, 20, 40, 60, 80, 100)  # per cent that the axes are marked at
# A colour and a form for each set, in this order: like the grey of the words, all are legible on
# white and on dark, whatever a page takes the reader's scheme to be.
_COLOURS = ("#2f81f7", "#d1652a", "#2f9e5f")
_FORMS = (
    '<circle cx="{x}" cy="{y}" r="4"/>',
    '<path d="M{x} {y}m-4-4h8v8h-8z"/>',
    '<path d="M{x} {y}m0-5l5 5l-5 5l-5-5z"/>',
)
_STYLE = (
    "text{font:12px sans-serif;fill:#767676}"
    ".axis{stroke:#767676;fill:none}.true{stroke:#767676;stroke-dasharray:4 4}"
)


def reliability(what: str, sets: Mapping[str, Sequence[Bin]]) -> str:
    """Return the plot of up to three sets of bins; `what` is what was scored, as "statement"."""
    height = _TOP + _SIDE + 54 + 18 * len(sets)
    width = _LEFT + _SIDE + 24
    title = f"Calibration: {what} score against the share that is right"
    lines = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"'
        f' width="{width}" height="{height}" role="img">',
        f"<title>{escape(title)}</title><style>{_STYLE}</style>",
        *_axes(what),
        *(line for n, name in enumerate(sets) for line in _series(n, name, sets[name])),
        "</svg>",
    )
    return "\n".join(lines) + "\n"


def _axes(what: str) -> Iterator[str]:
    right, bottom = _LEFT + _SIDE, _TOP + _SIDE
    yield f'<path class="axis" d="M{_LEFT} {_TOP}V{bottom}H{right}"/>'
    yield f'<path class="true" d="M{_LEFT} {bottom}L{right} {_TOP}"/>'
    for step in _STEPS:
        x, y = _x(step / 100), _y(step / 100)
        yield f'<text x="{x}" y="{bottom + 17}" text-anchor="middle">{step}</text>'
        yield f'<text x="{_LEFT - 8}" y="{y + 4:g}" text-anchor="end">{step}</text>'
    middle = _LEFT + _SIDE // 2
    label = f"{escape(what)} score, per cent"
    yield f'<text x="{middle}" y="{bottom + 36}" text-anchor="middle">{label}</text>'
    turned = f"rotate(-90 16 {_TOP + _SIDE // 2})"
    yield (
        f'<text x="16" y="{_TOP + _SIDE // 2}" text-anchor="middle"'
        f' transform="{turned}">right, per cent</text>'
    )


def _series(number: int, name: str, of: Sequence[Bin]) -> Iterator[str]:
    """Yield a point for each bin with its interval, and what the set is called."""
    colour, form = _COLOURS[number], _FORMS[number]
    yield f'<g fill="{colour}" stroke="{colour}">'
    for each in of:
        x, low, high = _x(each.score), _y(each.share.low), _y(each.share.high)
        yield f'<path d="M{x} {low}V{high}"/>' + form.format(x=x, y=_y(each.share.right))
    y = _TOP + _SIDE + 54 + 18 * number
    yield form.format(x=_LEFT, y=y - 4)
    count = sum(each.share.total for each in of)
    yield f'</g><text x="{_LEFT + 12}" y="{y}">{escape(name)}, {count}</text>'


def _x(share: float) -> float:
    return round(_LEFT + _SIDE * share, 1)


def _y(share: float) -> float:
    return round(_TOP + _SIDE * (1 - share), 1)

"""Draw records at random: odd texts, and parts that overlap, nest, touch and cross."""

from hypothesis import strategies as st

from sayso.records import Article, ModelInfo, Record, Span, Spans, Statement

NASTY = "ab 1.,<>&\"'[]\r\n\t\x00\x1b\x7f\x9b\u00a0\u00ad\u200d\u202e\u2066\u2028\ufffe\ud800ا句😀"
PLAIN = "abc def. ,'\n\té句"


@st.composite
def spans_in(draw: st.DrawFn, length: int, most: int = 3) -> Spans:
    """Draw spans in text order that do not overlap."""
    if not length:
        return ()
    edges = draw(st.lists(st.integers(0, length), max_size=2 * most, unique=True).map(sorted))
    return tuple(Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=False))


@st.composite
def records(draw: st.DrawFn, alphabet: str = NASTY) -> Record:
    """Draw a record with up to five statements."""
    chars = st.sampled_from(alphabet)
    if alphabet == NASTY:
        chars = chars | st.characters(exclude_categories=())
    text = draw(st.text(chars, max_size=80))
    spans = spans_in(len(text))
    whole = Span(0, len(text))
    statements = tuple(
        Statement(
            f"st_{i}", "mixed", 0.5, draw(spans), draw(spans), draw(spans) or (whole,), draw(chars)
        )
        for i in range(draw(st.integers(0, 5)) if text else 0)
    )
    title = draw(spans_in(len(text), most=1))
    article = Article(
        text,
        draw(chars),
        title=draw(chars),
        title_span=title[0] if title else None,
        publisher=draw(chars),
        url=draw(st.sampled_from(["", "javascript:0", "https://a.example/?q=\"'<>"])),
        skips=draw(spans),
    )
    return Record(article, statements, ModelInfo("sayso-en", draw(chars)))

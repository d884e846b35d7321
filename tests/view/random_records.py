"""Draw records at random: odd texts, and parts that overlap, nest, touch and cross."""

from dataclasses import replace

from hypothesis import strategies as st

from sayso.records import (
    ACTOR_TYPES,
    ACTS,
    LINK_KINDS,
    NOWHERE,
    SAID,
    Act,
    Actor,
    Article,
    Link,
    Location,
    ModelInfo,
    Place,
    Provenance,
    Record,
    Role,
    Span,
    Spans,
    Statement,
    Timex,
    Unnamed,
)

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
    cast = draw(st.lists(actors(spans, chars), max_size=3))
    actors_ = tuple(replace(actor, id=f"a{n}") for n, actor in enumerate(cast))
    ids = st.sampled_from([actor.id for actor in actors_]) if actors_ else st.nothing()
    times = tuple(Timex(span, "DATE", draw(chars), draw(DAYS), draw(DAYS), draw(chars))
                  for span in draw(spans))  # fmt: skip
    return Record(
        article,
        statements,
        tuple(draw(acts(spans, chars)) for _ in statements),
        tuple(draw(provenances(spans, chars, ids, times)) for _ in statements),
        actors_,
        tuple(draw(places(chars, span)) for span in draw(spans)),
        times,
        ModelInfo("sayso-en", draw(chars)),
    )


DAYS = st.sampled_from([None, "2031-03-01", "2031-03-31", "2031-13-99", "<b>"])
Words = st.SearchStrategy[str]


@st.composite
def acts(draw: st.DrawFn, spans: st.SearchStrategy[Spans], chars: Words) -> Act:
    """Draw what a statement does."""
    return Act(
        draw(st.sampled_from(ACTS)),
        draw(st.sampled_from(["pos", "neg"])),
        draw(st.sampled_from(["certain", "possible", "conditional"])),
        draw(spans),
        draw(chars),
        draw(st.sampled_from(SAID)),
    )


@st.composite
def actors(draw: st.DrawFn, spans: st.SearchStrategy[Spans], chars: Words) -> Actor:
    """Draw somebody, with an id to be given later."""
    mentions = draw(spans)
    roles = tuple(Role(draw(chars), span) for span in mentions)
    unnamed = Unnamed(
        draw(chars), draw(chars), draw(chars), draw(chars), next(iter(mentions), None)
    )
    type_ = draw(st.sampled_from(ACTOR_TYPES))
    about = unnamed if type_ == "unnamed" else None
    return Actor("", draw(chars), type_, mentions, roles, "", about, draw(chars))


@st.composite
def places(draw: st.DrawFn, chars: Words, span: Span) -> Place:
    """Draw what a mention of a place was resolved to."""
    use = draw(st.sampled_from(["literal", "metonym", "modifier"]))
    if draw(st.booleans()):
        return Place(span, use, NOWHERE, 0.0, draw(chars))
    country = draw(st.sampled_from(["PT", "??", ""]))
    feature = draw(st.sampled_from(["A", "P", ""]))
    at = Location(1, draw(chars), country, draw(chars), -12.5, 77.0, feature)
    return Place(span, use, at, 0.75, draw(chars))


@st.composite
def provenances(
    draw: st.DrawFn,
    spans: st.SearchStrategy[Spans],
    chars: Words,
    ids: st.SearchStrategy[str],
    times: tuple[Timex, ...],
) -> Provenance:
    """Draw where a statement comes from."""
    one = st.just("") | ids
    speakers = draw(st.lists(ids, max_size=2, unique=True)) if not ids.is_empty else []
    links = [] if ids.is_empty else [
        Link(draw(ids), span, draw(st.sampled_from(LINK_KINDS))) for span in draw(spans)
    ]  # fmt: skip
    return Provenance(
        tuple(speakers),
        draw(st.sampled_from([0.0, 0.5, 1.0])),
        tuple(links),
        draw(one),
        next(iter(draw(spans)), None),
        draw(st.sampled_from((None, *times))),
        draw(st.sampled_from(["", "st_0", "st_9"])),
        draw(chars),
    )

"""An article with its statements and mentions -> the record: the parts of `resolve` together."""

import json
import time
import tracemalloc

import pytest

from sayso.records import Annotation, Article, Mention, ModelInfo, Moment, Span, Statement
from sayso.resolve import Resolver
from tests.notation import read

RESOLVER = Resolver()
MODEL = ModelInfo("marked", "1")
SMALL = """\
Port of Almis shut, governor says

ALMIS, March 14 (NWA) — {S1:Governor <p:Gregor Stavin>} {C1:said} on Friday {T1:that the port of \
<l:Almis> would stay shut}.

{T2:“The water is too low,”} {S2:he} {C2:told} <o:Northwire>. {T3:“We wait for rain.”}

{S4:The governor} {C4:denied} {T4:that <d:<p:Ana Ruel>, the mayor of <l:Almis>>, had asked for \
help}.

{S5:<l:France>} {C5:offered} {T5:two dredgers}. {S6:<l:Paris>} {C6:said} {T6:they could sail \
in convoy}, but {S7:<p:Ruel>} {C7:rejected} {T7:the offer}. {S8:She} {C8:said} {T8:the harbour \
“is not for sale”}.

{S9:Two officials} {C9:said} {T9:the dredgers were old}, on condition of anonymity.

{S10:<l:Elmarch> and <l:Skerra>} {C10:demanded} {T10:that the port open}.
"""
ODD = [
    "",
    " ",
    "\n\n\n",
    ".",
    "“",
    "“”",
    "😀😀😀 said 😀",
    "She said: \u202ethe port is shut\u202c",
    "A\x00B said C",
    "\ud800 said it",
    "Ｑｕｉｎｔｅｌ said so",
    "’s ’s ’s",
    "((((((((((",
    "- - - - -",
    "a" * 5000,
    "Ana Ruel " * 500,
    "said " * 1000,
    "“" * 500,
    "Ruel's Ruel's said",
]


def resolved(marked, **article):
    made, annotation = read(marked, **article)
    return RESOLVER(made, annotation, MODEL)


def speakers(record):
    names = {actor.id: actor.name for actor in record.actors}
    return [" + ".join(names[i] for i in p.speakers) for p in record.provenance]


def test_who_speaks():
    assert speakers(resolved(SMALL)) == [
        *["Gregor Stavin"] * 4,
        *["Government of France"] * 2,
        *["Ana Ruel"] * 2,
        "Two officials",
        "Elmarch + Skerra",
    ]


def test_every_statement_has_an_act_and_a_provenance():
    record = resolved(SMALL)
    assert len(record.statements) == len(record.acts) == len(record.provenance) == 10
    assert [act.name for act in record.acts] == [
        *("asserts", "asserts", "asserts", "denies", "offers", "asserts", "rejects", "refuses"),
        *("asserts", "demands"),
    ]


def test_actors():
    actors = {a.name: a for a in resolved(SMALL).actors if a.name != "NWA"}
    assert list(actors) == [
        "Gregor Stavin",
        "Northwire",
        "Ana Ruel",
        "Government of France",
        "Two officials",
        "Elmarch",
        "Skerra",
    ]
    assert [role.text for role in actors["Gregor Stavin"].roles] == ["Governor"]
    assert [role.text for role in actors["Ana Ruel"].roles] == ["mayor of Almis"]
    assert actors["Two officials"].unnamed.reason is not None


def test_ids_are_in_order_and_every_reference_is_to_an_actor():
    record = resolved(SMALL)
    ids = [actor.id for actor in record.actors]
    assert ids == [f"a{n}" for n in range(1, len(ids) + 1)]
    firsts = [actor.mentions[0].start for actor in record.actors]
    assert firsts == sorted(firsts)
    for each in record.provenance:
        used = {*each.speakers, *(link.actor for link in each.links)} | {each.addressee or ids[0]}
        assert used <= set(ids)


def test_through_whom_and_when():
    record = resolved(SMALL)
    names = {actor.id: actor.name for actor in record.actors}
    links = [[(names[k.actor], k.kind) for k in p.links] for p in record.provenance]
    assert ("Northwire", "told") in links[1]
    assert ("Northwire", "told") not in links[0]
    said = [p.said_at and p.said_at.mention.of(record.article.text) for p in record.provenance]
    assert said[0].endswith("Friday")
    assert said[1:] == [None] * 9


@pytest.mark.parametrize(
    ("marked", "said"),
    [
        ("{S:<p:Ana Ruel>} {C:said} on Monday {T:the port was shut}.", "Monday"),
        ("On Monday, {S:<p:Ana Ruel>} {C:said} {T:the port was shut}.", "Monday"),
        ("{S:<p:Ana Ruel>} {C:said} {T:the port was shut on Monday}.", ""),
        ("{S:<p:Ana Ruel>} {C:said} {T:so}. On Monday it rained.", ""),
        ("It rained on Monday. {S:<p:Ana Ruel>} {C:said} {T:so}.", ""),
        ("Shut since Monday, {S:<p:Ana Ruel>} {C:said}, {T:it was dark}.", ""),
        ("{S:<p:Ana Ruel>} {C:said} for two days {T:that it was dark}.", ""),
        ("After Tuesday, on Monday, {S:<p:Ana Ruel>} {C:said} {T:so}.", "Monday"),
        ("On Monday {T:the port was shut}.", ""),
    ],
)
def test_when_it_was_said(marked, said):
    record = resolved(marked)
    when = record.provenance[0].said_at
    words = when.mention.of(record.article.text) if when else ""
    assert words.removeprefix("On ").removeprefix("on ") == said


@pytest.mark.parametrize(
    ("marked", "words", "day"),
    [
        ("{T:“We open tomorrow,”} {S:Ana Ruel} {C:said} on Sunday.", "tomorrow", "2031-03-10"),
        ("{T:“We open tomorrow,”} {S:Ana Ruel} {C:said}.", "tomorrow", "2031-03-14"),
        ("{S:Ana Ruel} {C:said} on Sunday {T:so}. Tomorrow it shuts.", "Tomorrow", "2031-03-14"),
        (
            "{S:Ana Ruel} {C:said} on Sunday {T:so}. {T1:“We open tomorrow,”} {S1:she} {C1:said}.",
            "tomorrow",
            "2031-03-10",
        ),
        (
            "The letter is of 3 May 2029. {T:“I leave tomorrow,”} {S:he} {C:writes} in it.",
            "tomorrow",
            "2029-05-04",
        ),
        ("In March {S:Ana Ruel} {C:said} {T:it opened yesterday}.", "yesterday", None),
    ],
)
def test_times_inside_what_was_said_count_from_when_it_was_said(marked, words, day):
    moment = Moment("2031-03-13", "2031-03-13", "day")  # a Thursday
    record = resolved(marked, published=moment)
    days = {t.mention.of(record.article.text): t.start for t in record.times}
    assert days[words] == day


def test_a_place_that_speaks_is_a_metonym():
    record = resolved("{S:<l:Paris>} {C:said} {T:that <l:Lyon> was quiet}.")
    uses = {p.mention.of(record.article.text): p.use for p in record.places}
    assert uses == {"Paris": "metonym", "Lyon": "literal"}


def test_an_outlet_that_reports_a_quotation_carries_it():
    record = resolved("{T:“It is open,”} {C:reported} {S:<o:Northwire News Agency>}. It rained.")
    (provenance,) = record.provenance
    names = {actor.id: actor.name for actor in record.actors}
    assert provenance.speakers == ()
    assert [(names[k.actor], k.kind) for k in provenance.links] == [
        ("Northwire News Agency", "reported")
    ]


def test_whoever_speaks_carries_nothing_of_his_own():
    marked = "{S:<b:A report by <b:the agency> <o:Northwire>>} {C:said} {T:it rained}."
    record = RESOLVER(*read(marked), MODEL)
    (provenance,) = record.provenance
    assert [a.name for a in record.actors if a.id in provenance.speakers] == ["Northwire"]
    assert provenance.links == ()


def test_the_same_article_gives_the_same_bytes():
    first, second = (json.dumps(resolved(SMALL).to_json()) for _ in range(2))
    assert first == second
    made, annotation = read(SMALL)
    assert json.dumps(Resolver()(made, annotation, MODEL).to_json()) == first


def test_all_spans_stand_in_the_text():
    record = resolved(SMALL)
    text = record.article.text
    for actor in record.actors:
        assert all(span.of(text).strip() for span in actor.mentions)
        assert all(role.span.of(text) == role.text for role in actor.roles)
    for each in record.provenance:
        assert all(link.span.of(text).strip() for link in each.links)


def test_what_is_handed_in_comes_back():
    made, annotation = read(SMALL)
    record = RESOLVER(made, annotation, MODEL)
    assert record.article is made
    assert record.statements == annotation.statements
    assert record.model == RESOLVER.signed(MODEL)
    assert (record.model.name, record.model.version) == (MODEL.name, MODEL.version)


def test_without_statements_and_mentions():
    record = RESOLVER(Article("It rained on Monday.", "test"), Annotation(()), MODEL)
    assert (record.statements, record.acts, record.provenance, record.actors) == ((), (), (), ())


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_odd_text(text):
    """Everything is a statement, and every word is a name, a description and a pronoun."""
    words = [Span(i, i + len(w)) for i, w in _words(text)][:60]
    mentions = [
        Mention(span, type_, form, 0.5)
        for span in words
        for type_, form in (
            ("person", "name"),
            ("organisation", "nominal"),
            ("person", "pronoun"),
        )
    ]
    statements = [
        Statement(f"st_{n}", kind, 0.5, (a,), (b,), (c,), "odd")
        for n, (a, b, c) in enumerate(zip(words, words[1:], words[2:], strict=False))
        for kind in ("direct", "indirect", "mixed")[n % 3 : n % 3 + 1]
    ]
    record = RESOLVER(Article(text, "test"), Annotation(tuple(statements), tuple(mentions)), MODEL)
    assert len(record.provenance) == len(statements)
    json.dumps(record.to_json())


def _words(text):
    at = 0
    for word in text.split():
        at = text.index(word, at)
        yield at, word
        at += len(word)


PARAGRAPH = """\
{S%d:<p:%s>, <d:the mayor of <l:%s>>,} {C%d:said} on Monday {T%d:that the port was shut and that \
nobody knew when the dredgers of the harbour union would come}. It had rained for nine days in the \
hills above the town, and the river stood higher than anyone on the quay could remember. {T%d:“We \
wait for rain to end,”} {S%d:<p:%s>} {C%d:told} <o:Northwire News Agency>. <=:She> left for the \
hills, where the road had been cut by a landslide and the bus no longer ran.\
"""
FIRST = ("Ana", "Livia", "Mira", "Signe", "Hanne", "Edda", "Tove", "Milena")
LAST = ("Ruel", "Tarn", "Corrant", "Halvard", "Quintel", "Orlach", "Stavin", "Dunov", "Oskarin")


def long_article(characters, *, gap="\n\n"):
    """Return an article of that length or a little more; its people come back and new ones come."""
    parts, size, n = [], 0, 0
    while size < characters:
        last = LAST[n % len(LAST)] + "abcdefgh"[n // 88 % 8] * (n % 3)
        town, one, two = ("Almis", "Hadrov")[n % 2], 2 * n + 1, 2 * n + 2
        name = f"{FIRST[n % len(FIRST)]} {last}"
        parts.append(PARAGRAPH % (one, name, town, one, one, two, two, last, two))
        size += 480
        n += 1
    return read(gap.join(parts))


def seconds(characters, gap="\n\n"):
    article, annotation = long_article(characters, gap=gap)
    begin = time.process_time()
    record = RESOLVER(article, annotation, MODEL)
    assert len(record.provenance) == len(annotation.statements) >= characters // 300
    return time.process_time() - begin


@pytest.mark.parametrize("gap", ["\n\n", " "])
def test_the_cost_grows_with_the_length(gap):
    seconds(5_000)  # the vocabularies are read
    short = min(seconds(20_000, gap) for _ in range(2))
    long = seconds(80_000, gap)
    if long > 4 * short:  # what else runs here takes its share of a processor's caches
        long = min(long, seconds(80_000, gap))
    assert long < 7
    assert long < 8 * short


def memory(characters):
    """Return how many bytes resolving one long paragraph takes at most."""
    article, annotation = long_article(characters, gap=" ")
    tracemalloc.start()
    try:
        RESOLVER(article, annotation, MODEL)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_the_memory_for_one_paragraph_grows_with_the_length():
    seconds(5_000)
    assert memory(40_000) < 6 * memory(10_000)


NESTED = """\
{S1:<p:Ana Ruel>} {C1:said} {T1:that {S2:<p:Bo Tarn>} {C2:had denied} {T2:that the port was shut}}.
"""


def test_a_statement_inside_another_is_reported_by_it():
    record = resolved(NESTED)
    outer, inner = record.statements
    assert record.provenance[0].reports == ""
    assert record.provenance[1].reports == outer.id
    names = {actor.id: actor.name for actor in record.actors}
    assert [names[a] for a in record.provenance[1].speakers] == ["Bo Tarn"]
    assert record.provenance[1].links == ()
    assert inner.content[0].start > outer.content[0].start


@pytest.mark.parametrize(
    "marked",
    [
        "{S1:<p:Ana Ruel>} {C1:said} {T1:that {S2:<=:she>} {C2:believed} {T2:in peace}}.",
        "{S1:<p:Ana Ruel>} {C1:said}: {T1:“{S2:I} {C2:believe} {T2:in peace}.”}",
        "{S1:<p:Ana Ruel>} {C1:said} {T1:that {S2:<p:Ruel>} {C2:wanted} {T2:peace}}.",
    ],
)
def test_one_holder_makes_one_statement(marked):
    assert len(resolved(marked).statements) == 1


def test_somebody_elses_words_in_a_quotation_stay():
    marked = (
        "<p:Bo Tarn> spoke too. {S1:<p:Ana Ruel>} {C1:said}:"
        " {T1:“{S2:<p:Tarn>} {C2:promised} {T2:to leave}.”}"
    )
    assert len(resolved(marked).statements) == 2


def test_what_all_mentions_stand_for():
    """Times and places that only are somewhere are among all mentions, and not among who acts."""
    article, annotation = read(
        "<p:Ana Ruel> met them in <l:Hadrov> on <t:Friday>. <=:She> left on <t:Friday>."
    )
    who = RESOLVER.who_is_who(article, annotation)
    every = RESOLVER.what_is_what(who, annotation.mentions)

    def chains(entities):
        spans = [[r.span for r in c.references] for c in entities.clusters]
        return [[span.of(article.text) for span in chain] for chain in spans]

    assert chains(who.entities) == [["Ana Ruel", "She"]]
    assert chains(every) == [["Ana Ruel", "She"], ["Hadrov"], ["Friday", "Friday"]]


def test_one_long_word_of_capitals_takes_time_in_proportion():
    start = time.process_time()
    article, annotation = read("A-" * 10_000 + "B said so.")
    RESOLVER.who_is_who(article, annotation)
    assert time.process_time() - start < 7  # 20 where each letter is read to the end

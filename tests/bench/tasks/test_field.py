"""The field cases: the form of the files, each kind of check, and the way that the engine takes."""

import re

import pytest

from bench import field_cases
from bench.field_cases import PARTS, Check, FieldCase
from bench.field_checks import holds, normal, occurrences
from bench.tasks import field
from bench.tasks.field import Outcome
from sayso.errors import ModelError, ReadError
from sayso.pipeline import Engine

TEXT = (
    "“The dam holds,” Mira Tolan, the minister, told NWA on Monday. “It will hold.” "
    "The rebel commander said she lied. Karsk is far. Neither did the mayor say so."
)


def at(words, text=TEXT):
    start = text.index(words)
    return [start, start + len(words)]


def statement(*content, **fields):
    plain = {"kind": "indirect", "act": "asserts", "polarity": "pos", "modality": "certain"}
    empty = {"source": [], "cue": [], "speakers": [], "carriers": [], "addressee": None}
    return {"content": [at(c) for c in content], "said_at": None} | plain | empty | fields


def actor(id_, name, type_="person", mentions=(), **fields):
    spans = [at(m) for m in mentions]
    return {"id": id_, "name": name, "type": type_, "mentions": spans, "roles": [], "of": None} | (
        fields
    )


MONDAY = {"mention": at("Monday"), "type": "DATE", "value": "2031-03-03"}
MONDAY |= {"start": "2031-03-03", "end": "2031-03-03"}
READ = {
    "article": {"text": TEXT},
    "statements": [
        statement(
            "“The dam holds,”",
            "“It will hold.”",
            kind="direct",
            source=[at("Mira Tolan, the minister,")],
            cue=[at("told")],
            speakers=["a1"],
            carriers=["a2"],
            addressee="a2",
            said_at=MONDAY,
        ),
        statement("she lied", speakers=["a3"], act="accuses"),
        statement("so", said="no", polarity="neg"),
        statement("Karsk is far", speakers=["a1", "a3"]),
    ],
    "actors": [
        actor("a1", "Mira Tolan", roles=[{"text": "the minister", "span": [0, 1]}]),
        actor("a2", "NWA", "organisation"),
        actor("a3", "commander", "unnamed", ["rebel commander"], of="a4"),
        actor("a4", "rebels", "group"),
    ],
    "places": [
        {
            "mention": at("Karsk"),
            "name": "Karsk",
            "country": "PL",
            "admin1": "Lubusz",
            "feature": "P",
            "use": "literal",
            "lat": 51.9,
            "lon": 15.4,
        }
    ],
    "times": [MONDAY],
}


@pytest.mark.parametrize(
    ("wants", "held"),
    [
        ({"content": "the dam holds, It will hold."}, True),
        ({"content": "The dam holds", "exact": True}, False),
        ({"content": "that she lied", "exact": True}, True),
        ({"content": "it will break"}, False),
        ({"content": "she lied", "within": "rebel commander said she lied"}, True),
        ({"content": "she lied", "within": "told NWA on Monday"}, False),
        ({"content": "The dam holds", "without": "Mira"}, True),
        ({"content": "The dam holds", "without": ["Mira", "will hold"]}, False),
        ({"content": "The dam holds", "source": "the minister", "cue": "told"}, True),
        ({"content": "The dam holds", "source": "commander"}, False),
        ({"content": "The dam holds", "cue": "said"}, False),
        ({"content": "The dam holds", "kind": ["direct", "mixed"]}, True),
        ({"content": "The dam holds", "kind": "indirect"}, False),
        ({"content": "she lied", "act": "accuses", "modality": "certain"}, True),
        ({"content": "she lied", "act": ["asserts", "denies"]}, False),
        ({"content": "she lied", "polarity": "neg"}, False),
        ({"content": "she lied", "modality": "possible"}, False),
        ({"content": "she lied", "said": "yes"}, True),
        ({"content": "so", "exact": True, "said": ["no", "if"]}, True),
        ({"content": "so", "exact": True, "said": "yes"}, False),
        ({"content": "The dam holds", "said_at": "2031-03-03"}, True),
        ({"content": "The dam holds", "said_at": "2031-03-01/2031-03-31"}, False),
        ({"content": "she lied", "said_at": "2031-03-03"}, False),
        ({"content": "The dam holds", "speaker": ["Tolan", "the Mira Tolan"]}, True),
        ({"content": "The dam holds", "speaker": "Tolan"}, False),
        ({"content": "Karsk is far", "speaker": "Mira Tolan"}, False),
        ({"content": "Karsk is far", "speakers": ["commander", "Mira Tolan"]}, True),
        ({"content": "Karsk is far", "speakers": ["Mira Tolan"]}, False),
        ({"content": "The dam holds", "called": "Tolan"}, True),
        ({"content": "The dam holds", "called": "Tola"}, False),
        ({"content": "she lied", "unnamed": "rebel commander"}, True),
        ({"content": "she lied", "unnamed": "mayor"}, False),
        ({"content": "The dam holds", "unnamed": "Mira"}, False),
        ({"content": "she lied", "described": "commander"}, True),
        ({"content": "The dam holds", "described": "Mira"}, False),
        ({"content": "so", "exact": True, "described": "mayor"}, False),
        ({"content": "so", "exact": True, "nobody": True}, True),
        ({"content": "she lied", "nobody": True}, False),
        ({"content": "she lied", "not_speaker": "Mira Tolan"}, True),
        ({"content": "The dam holds", "not_speaker": ["Karsk", "Tolan"]}, False),
        ({"content": "she lied", "speaker_of": "the rebels"}, True),
        ({"content": "she lied", "speaker_of": "NWA"}, False),
        ({"content": "The dam holds", "carriers": [["NWA", "the agency"]]}, True),
        ({"content": "The dam holds", "carriers": []}, False),
        ({"content": "she lied", "carriers": ["NWA"]}, False),
        ({"content": "The dam holds", "addressee": "NWA"}, True),
        ({"content": "The dam holds", "addressee": ""}, False),
        ({"content": "she lied", "addressee": ["", "NWA"]}, True),
        ({"content": "she lied", "addressee": "NWA"}, False),
    ],
)
def test_a_statement_is_what_is_wanted(wants, held):
    assert holds("statement", wants, READ) is held


@pytest.mark.parametrize(
    ("wants", "held"),
    [
        ({"content": "it will break"}, True),
        ({"content": "she lied"}, False),
        ({"content": "she lied", "speaker": "Mira Tolan"}, True),
        ({"content": "she lied", "said": "no"}, True),
        ({"within": "Neither did the mayor say so", "said": "yes"}, True),
        ({"within": "said she lied", "said": "yes"}, False),
        ({}, False),
    ],
)
def test_a_statement_is_not_there(wants, held):
    assert holds("absent", wants, READ) is held


def test_the_closest_content_is_judged_and_of_equals_all():
    inner = statement("The dam holds", speakers=["a3"])
    read = READ | {"statements": [*READ["statements"], inner]}
    wants = {"content": "The dam holds", "speaker": "Mira Tolan"}
    assert not holds("statement", wants, read)
    assert holds("statement", wants | {"content": "It will hold"}, read)
    assert not holds("statement", {"content": "she lied", "speaker": "commander"}, {
        **READ, "statements": [statement("she lied", speakers=[a]) for a in ("a3", "a1")]
    })  # fmt: skip


@pytest.mark.parametrize(
    ("table", "wants", "held"),
    [
        ("place", {"mention": "Karsk", "country": "PL", "near": [52.0, 15.0]}, True),
        ("place", {"mention": "Karsk", "near": [50.0, 15.4]}, False),
        ("place", {"mention": "Karsk", "country": ["UA", "RU"]}, False),
        ("place", {"mention": "Karsk", "feature": "A"}, False),
        ("place", {"mention": "Karsk is far", "country": "PL"}, False),
        ("place", {"mention": "Karsk", "none": True}, False),
        ("place", {"mention": "Karsk", "none": True, "country": "UA"}, True),
        ("place", {"mention": "Karsk", "nowhere": True}, False),
        ("place", {"mention": "Karsk", "within": "told NWA", "country": "PL"}, False),
        ("place", {"mention": "NWA", "none": True}, True),
        ("place", {"mention": "NWA", "nowhere": True}, True),
        ("place", {"mention": "NWA", "country": "PL"}, False),
        ("time", {"mention": "on Monday", "day": "2031-03-03"}, True),
        ("time", {"mention": "Monday", "value": "2031-03-03", "type": "DATE"}, True),
        ("time", {"mention": "Monday", "start": "2031-03-01"}, False),
        ("time", {"mention": "Monday", "none": True}, False),
        ("time", {"mention": "Karsk", "none": True}, True),
        ("time", {"mention": "Karsk", "day": "2031-03-03"}, False),
        ("actor", {"name": "Mira Tolan", "type": "person", "role": "minister"}, True),
        ("actor", {"name": "Mira Tolan", "role": "mayor"}, False),
        ("actor", {"name": "Mira Tolan", "type": "group"}, False),
        ("actor", {"name": "Mira Tolan", "none": True}, False),
        ("actor", {"name": "Mira", "none": True}, True),
        ("actor", {"name": "commander", "of": "rebels"}, True),
        ("actor", {"name": "commander", "of": "NWA"}, False),
        ("actor", {"name": "Karsk", "type": "person", "none": True}, True),
        ("error", {"message": "language"}, False),
    ],
)
def test_places_times_and_actors(table, wants, held):
    assert holds(table, wants, READ) is held


def test_of_two_times_at_the_words_both_must_be_right():
    other = MONDAY | {"start": "2031-03-10", "end": "2031-03-10"}
    assert not holds(
        "time",
        {"mention": "Monday", "day": "2031-03-03"},
        READ | {"times": [MONDAY, other]},
    )


def test_an_error_is_what_its_words_say_and_nothing_else_holds_of_it():
    read = {"error": {"source": "a.txt", "kind": "language", "message": "this is not English"}}
    assert holds("error", {"message": "Language"}, read)
    assert not holds("error", {"message": "empty"}, read)
    assert not holds("absent", {}, read)


@pytest.mark.parametrize("part", PARTS)
def test_every_case_is_of_the_form(part):
    paths = sorted((field_cases.FIELD / part).glob("*.toml"))
    assert paths
    for path in paths:
        case = field_cases.read(path)
        assert path.stem[:2] == case.kind[:2], path


@pytest.mark.parametrize("part", PARTS)
def test_what_a_case_speaks_of_stands_in_its_text(part):
    for case in field.at_hand(part) if part != "shared" else field.at_hand():
        text = re.sub(r"<[^>]+>", " ", case.content) if case.suffix == ".html" else case.content
        text = text.replace("\\n", "\n").replace('\\"', '"')
        for check in case.checks:
            for name in ("mention", "within"):
                words = check.wants.get(name)
                assert not words or any(occurrences(text, words)), (case.name, words)
            for word in normal(check.wants.get("content", "")).split():
                assert word in normal(text), (case.name, check)


def test_each_kind_has_variants_to_work_with_and_to_report_on():
    kinds = {part: {c.kind for c in field_cases.load(part)} for part in ("tune", "kept")}
    assert kinds["tune"] == kinds["kept"]
    for kind in kinds["tune"]:
        sizes = [len(field_cases.load(part, kind)) for part in ("tune", "kept")]
        assert min(sizes) >= 5, kind


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ('kind = "01"\ntext = "A."', "nothing is checked"),
        ('kind = "01"\n[[absent]]', "one of text, html and source"),
        ('kind = "01"\ntext = "A."\nhtml = "B."\n[[absent]]', "one of text, html and source"),
        ('kind = "01"\ntext = "A."\n[[absent]]\nspeker = "B"', "absent has no speker"),
        ('kind = "01"\ntxt = "A."\n[[absent]]', "a case has no txt"),
        ('kind = "01', "a.toml"),
    ],
)
def test_another_form_is_refused(tmp_path, content, words):
    path = tmp_path / "a.toml"
    path.write_text(content, "utf-8")
    with pytest.raises(ValueError, match=re.escape(words)):
        field_cases.read(path)


def test_absent_texts_are_told(tmp_path, monkeypatch):
    monkeypatch.setenv("SAYSO_DATA", str(tmp_path / "data"))
    with pytest.raises(ReadError) as caught:
        field_cases.load("shared")
    assert caught.value.kind == "absent"
    assert {case.part for case in field.at_hand()} == set(field_cases.PARTS) - {"shared"}
    with pytest.raises(ReadError):
        field.at_hand("shared")


def test_the_table_counts_cases_and_checks():
    checks = (Check("absent", {}), Check("absent", {"content": "so"}))
    cases = [FieldCase(str(n), "01", "tune", ".txt", "", checks) for n in range(3)]
    outcomes = [Outcome(cases[0], ()), Outcome(cases[1], checks[:1]), Outcome(cases[2], ())]
    rows = [row.split() for row in field.table(outcomes)]
    assert rows[1:] == [["01", "2/3", "5/6"], ["all", "2/3", "5/6"]]
    assert field.shares(outcomes) == {
        "cases": 3,
        "cases_that_hold": pytest.approx(2 / 3),
        "checks_that_hold": pytest.approx(5 / 6),
    }


def test_the_engine_reads_each_case_as_the_file_that_it_is():
    try:
        engine = Engine.load()
    except ModelError as error:
        pytest.skip(str(error))
    said = Check("statement", {"content": "We will not leave Karsk", "speaker": "Mira Tolan"})
    other = Check("statement", {"content": "We will leave"})
    words = "“We will not leave Karsk,” Mira Tolan said on Monday."
    line = '{"id": "b", "text": "' + words + '"}\n'
    page = (
        f"<!doctype html><html><body><article><h1>Karsk</h1><p>{words}</p></article></body></html>"
    )
    cases = [
        FieldCase("a", "01", "tune", ".txt", words, (said, other)),
        FieldCase("b", "01", "tune", ".jsonl", line, (Check(said.table, said.wants, "b"),)),
        FieldCase("c", "01", "tune", ".jsonl", line, (Check(said.table, said.wants, "x"),)),
        FieldCase("d", "01", "tune", ".html", page, (said,)),
        FieldCase("e", "01", "tune", ".txt", "", (Check("error", {"message": "empty"}),)),
    ]
    failed = [len(outcome.failed) for outcome in field.run(cases, engine)]
    assert failed == [1, 0, 1, 0, 0]

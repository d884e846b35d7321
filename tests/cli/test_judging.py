"""`sayso judge` and `sayso judgements`."""

import json
import shutil

import pytest

from sayso.errors import SaysoError
from sayso.gather.anchors import anchor_of, named_anchor
from sayso.judgements import Anchor
from sayso.store import Store
from tests.cli.commands import lines, sayso


@pytest.fixture
def first(own_record):
    """Return an article of the record with its first statement and actor."""
    with Store.open(own_record) as store:
        record = store.record(store.annotated()[0])
    return record.article.id, record.statements[0].id, record.actors[0]


@pytest.mark.parametrize(
    ("kind", "wanted"),
    [("act", {"act": "denies"}), ("speaker", {"name": "denies"}), ("not_statement", {})],
)
def test_a_statement_is_judged(own_record, first, kind, wanted):
    given = ["denies"] if wanted else []
    done = sayso(
        "judge", kind, first[1], *given, "--by", "Ana Ruel", "--why", "read", "--record", own_record
    )
    assert done.exit_code == 0, done.output
    (kept,) = lines(sayso("judgements", "--json", "--record", own_record))
    assert kept["id"] == done.stdout.strip()
    assert (kept["kind"], kept["object"], kept["by"]) == (kind, wanted, "Ana Ruel")
    assert kept["subject"]["article"] == first[0]


@pytest.mark.parametrize(
    ("kind", "object_", "wanted"),
    [
        ("speaker", "Luis Benegas", {"name": "Luis Benegas"}),
        ("act", "denies", {"act": "denies"}),
        ("act", {"act": "denies"}, {"act": "denies"}),
    ],
)
def test_a_file_words_an_object_as_the_command_line_does(
    own_record, first, tmp_path, kind, object_, wanted
):
    file = tmp_path / "decided.jsonl"
    line = {"kind": kind, "subject": first[1], "object": object_, "by": "Ana Ruel"}
    file.write_text(json.dumps(line), "utf-8")
    done = sayso("judge", "--from", file, "--record", own_record)
    assert done.exit_code == 0, done.output
    (kept,) = lines(sayso("judgements", "--json", "--record", own_record))
    assert (kept["kind"], kept["object"]) == (kind, wanted)


def test_two_actors_are_judged_and_it_is_taken_back(own_record, first):
    article = first[0].removeprefix("sha256:")[:12]
    done = sayso("judge", "same_entity", f"{article}/a1", f"{article}/a2", "--record", own_record)
    assert done.exit_code == 0, done.output
    id_ = done.stdout.strip()
    assert sayso("judge", "--withdraw", id_, "--record", own_record).exit_code == 0
    assert "taken back" in sayso("judgements", "--record", own_record).stdout
    (kept,) = lines(sayso("judgements", "--json", "--record", own_record))
    assert kept["object"]["role"] == "mention"


def test_judgements_are_taken_from_a_file(own_record, first, tmp_path):
    sayso("judge", "act", first[1], "denies", "--record", own_record)
    listed = sayso("judgements", "--json", "--record", own_record).stdout
    file = tmp_path / "decided.jsonl"
    given = [{"kind": "not_copy", "subject": {"article": first[0]}, "object": {"article": "x"}}]
    file.write_text(listed + json.dumps(given[0]) + "\n", "utf-8")
    done = sayso("judge", "--from", file, "--record", own_record)
    assert done.exit_code == 0, done.output
    kept = lines(sayso("judgements", "--json", "--record", own_record))
    assert [each["kind"] for each in kept] == ["act", "not_copy"]
    assert kept[1]["by"]
    assert kept[1]["at"]
    file.write_text(sayso("judgements", "--json", "--record", own_record).stdout, "utf-8")
    done = sayso("judge", "--from", file, "--record", own_record)
    assert done.exit_code == 0, done.output


@pytest.mark.parametrize(
    "given",
    [
        ["place", "{statement}", '{{"name": "Karsk"}}'],
        ["act", "{statement}", "frobs"],
        ["span", "{statement}", '{{"content": [[0, 999999]]}}'],
        ["span", "{statement}", "{{"],
        ["act", "{article}/a1", "denies"],
        ["not_statement", "{article}"],
        ["place", "{article}@0-1", '{{"name": "Karsk"}}'],
    ],
)
def test_what_makes_no_sense_is_refused(own_record, first, given):
    words = [each.format(article=first[0], statement=first[1]) for each in given]
    done = sayso("judge", *words, "--record", own_record)
    assert done.exit_code == 2
    assert done.stderr.count("\n") == 1
    assert sayso("judgements", "--json", "--record", own_record).stdout == ""
    assert sayso("show", first[0], "--record", own_record).exit_code == 0


def test_a_place_is_judged_where_it_is_mentioned(own_record, first):
    with Store.open(own_record) as store:
        mention = store.record(first[0]).places[0].mention
    place = f"{first[0]}@{mention.start}-{mention.end}"
    done = sayso("judge", "place", place, '{"name": "Almis"}', "--record", own_record)
    assert done.exit_code == 0, done.output
    assert "name Almis" in sayso("judgements", "--record", own_record).stdout
    shown = json.loads(sayso("show", first[0], "--json", "--record", own_record).stdout)
    assert shown["places"][0]["name"] == "Almis"


@pytest.mark.parametrize(
    "given", [[], ["act", "st_0", "denies"], ["act"], ["--withdraw", "jd_0"], ["place", "3f", "x"]]
)
def test_what_cannot_be_judged_is_told(own_record, given):
    done = sayso("judge", *given, "--record", own_record)
    assert done.exit_code in (1, 2)
    assert done.stderr.startswith("sayso: ")


def test_a_line_that_is_no_judgement_is_told(own_record):
    done = sayso("judge", "--from", "-", "--record", own_record, stdin='{"kind": "sings"}\n')
    assert done.exit_code == 2
    assert "standard input, line 1 is no judgement" in done.stderr


def test_a_line_that_cannot_be_kept_is_told_by_file_and_number(own_record, first, tmp_path):
    file = tmp_path / "decided.jsonl"
    good = {"kind": "act", "subject": first[1], "object": {"act": "denies"}}
    bad = [
        good | {"object": {"act": "sings"}},
        good | {"subject": "st_0000000000000000"},
        {"kind": "same_claim", "subject": first[1], "object": {}},
    ]
    for each in bad:
        file.write_text(f"{json.dumps(good)}\n\n{json.dumps(each)}\n")
        done = sayso("judge", "--from", file, "--record", own_record)
        assert done.exit_code == 2
        assert f"{file}, line 3 is no judgement: " in done.stderr
    assert sayso("judgements", "--json", "--record", own_record).stdout == ""


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("[]", "it is no JSON object"),
        ("null", "it is no JSON object"),
        ("x", "it is no JSON"),
        ("[" * 100_000, "it is nested too deep"),
        ('{"a":' * 300 + "1" + "}" * 300, "it is nested too deep"),
        ('{"kind": ' + "9" * 6000 + "}", "a number in it is too long"),
        ('{"kind": ["act"]}', "its kind is no text"),
        (b'{"kind": "\xff"}', "it is not UTF-8"),
        ('{"kind": "act", "subject": "' + "a" * 1_000_000 + '"}', "is named"),
    ],
)
def test_what_is_no_judgement_is_told_in_plain_words(own_record, line, why):
    done = sayso("judge", "--from", "-", "--record", own_record, stdin=line)
    assert done.exit_code in (1, 2), done.output
    assert why in done.stderr
    assert len(done.stderr) < 700
    assert "object has no" not in done.stderr


def test_what_has_no_utf_8_is_not_judged(own_record, first):
    act = ("judge", "act", first[1], "denies")
    for odd in (("--by", "\udcff"), ("--why", "f\udcfcr")):
        done = sayso(*act, *odd, "--record", own_record)
        assert (done.exit_code, "not written in UTF-8" in done.stderr) == (2, True), done.output
    speaker = sayso("judge", "speaker", first[1], "Zo\udceb Ruel", "--record", own_record)
    assert speaker.exit_code == 2
    assert sayso("judgements", "--json", "--record", own_record).stdout == ""
    kept = sayso(*act, "--record", own_record).stdout.strip()
    back = sayso("judge", "--withdraw", kept, "--by", "\udcff", "--record", own_record)
    assert (back.exit_code, "not written in UTF-8" in back.stderr) == (2, True)


def test_show_and_who_are_as_judged(own_record, first):
    article, statement, _ = first
    with Store.open(own_record) as store:
        record = store.record(article)
    was = next(a for a in record.actors if a.id == record.provenance[0].speakers[0])
    kept = ("--record", own_record)
    sayso("judge", "speaker", statement, "Oskar Venn", "--by", "Ana Ruel", *kept)
    shown = json.loads(sayso("show", article, "--json", *kept).stdout)
    (made,) = [each for each in shown["statements"] if each["id"] == statement]
    assert "judged by Ana Ruel" in made["speaker_why"]
    said = lines(sayso("who", "Venn", "--json", *kept))
    assert [each["statement"]["id"] for each in said] == [statement]
    assert statement not in sayso("who", was.name, "--json", *kept).stdout
    sayso("judge", "not_statement", statement, *kept)
    assert sayso("who", "Venn", "--json", *kept).stdout == ""
    assert statement not in sayso("show", article, "--json", *kept).stdout


def test_the_latest_judgements_alone(own_record, first):
    for act in ("denies", "accuses", "demands"):
        sayso("judge", "act", first[1], act, "--record", own_record)
    listed = sayso("judgements", "--limit", 2, "--json", "--record", own_record)
    assert [each["object"]["act"] for each in lines(listed)] == ["accuses", "demands"]
    assert "1 more before these" in listed.stderr


def test_what_was_judged_since_linking_is_told(linked_record, tmp_path):
    own = shutil.copy(linked_record, tmp_path / "own.db")
    with Store.open(own) as store:
        claim = next(iter(store.claims()))
    assert "not linked yet" not in sayso("claims", "--record", own).stderr
    judged = sayso("judge", "act", claim.statements[0], "accuses", "--record", own).stdout.strip()
    assert "1 judgement not linked yet: sayso link" in sayso("claims", "--record", own).stderr
    sayso("judge", "--withdraw", judged, "--record", own)
    assert "not linked yet" not in sayso("claims", "--record", own).stderr


@pytest.fixture(scope="module")
def store(linked_record):
    """Return the linked record of the sample."""
    with Store.open(linked_record, create=False) as opened:
        yield opened


@pytest.fixture
def own_linked_record(linked_record, tmp_path):
    """Return a copy of the linked record that a test may write to."""
    return shutil.copy(linked_record, tmp_path / "own.db")


@pytest.fixture(scope="module")
def claim(store):
    """Return the claim that most articles have."""
    return max(store.claims(), key=lambda each: each.articles)


def test_a_claim_stands_for_its_first_statement(store, claim):
    wanted = Anchor.of(*store.statement(claim.statements[0]))
    assert anchor_of(store, claim.id) == anchor_of(store, claim.id[:13]) == wanted
    assert anchor_of(store, claim.statements[0]) == wanted


def test_a_statement_is_named_by_its_place_as_lists_print_it(store, claim):
    article, statement = store.statement(claim.statements[0])
    short = article.removeprefix("sha256:")[:12]
    places = [f"{start}-{end}" for start, end in statement.content]
    for name in (f"{short}@{places[0]}", f"{short} {', '.join(places)}"):
        assert anchor_of(store, name) == Anchor.of(article, statement)


def test_an_entity_stands_for_its_first_actor(store):
    entity = max(store.entities(), key=lambda each: len(each.actors))
    article, actor = entity.actors[0]
    assert anchor_of(store, entity.id[:12]) == anchor_of(store, f"{article[:19]}/{actor}")


@pytest.mark.parametrize("name", ["cl_", "cl_zz", "en_zz", "st_05", "zz", "zz/a1", "zz@1-2"])
def test_what_stands_for_nothing_or_for_several_is_told(store, name):
    with pytest.raises(SaysoError):
        anchor_of(store, name)


def test_what_a_file_names_shortly_is_whole(store, claim):
    article, statement = store.statement(claim.statements[0])
    short = {"article": article.removeprefix("sha256:")[:12], "role": "content", "span": [0, 9]}
    assert named_anchor(store, short)["article"] == article
    assert named_anchor(store, claim.id)["content"] == [list(span) for span in statement.content]
    for other in ({"article": "sha256:" + "0" * 64}, {"name": "Karsk"}, 7):
        assert named_anchor(store, other) == other


def test_a_disagreement_is_shown_with_the_claim(own_linked_record, claim):
    record = ["--record", own_linked_record]
    one, other = claim.statements[:2]
    ids = [
        sayso("judge", kind, one, other, "--by", by, "--why", "read twice", *record).stdout.strip()
        for kind, by in (("same_claim", "Ana"), ("different_claim", "Bo"))
    ]
    sayso("judge", "--withdraw", ids[0], "--by", "Cy", "--why", "a slip", *record)
    (row,) = lines(sayso("claim", one, "--json", *record))
    assert {each["id"] for each in row["judged"]} == set(ids)
    assert any((each["state"] or "").endswith("by Cy: a slip") for each in row["judged"])
    listed = sayso("judgements", *record).stdout
    assert "by Cy: a slip" in listed
    kept = lines(sayso("judgements", "--json", *record))
    assert kept[0]["withdrawn_by"] == "Cy"


def test_what_was_taken_back_comes_back_from_a_file(own_linked_record, claim, tmp_path):
    record = ["--record", own_linked_record]
    given = [
        {"kind": "act", "subject": claim.id, "object": {"act": "denies"}, "by": "Ana",
         "withdrawn": "2031-03-01T09:00:00Z", "withdrawn_by": "Bo", "withdrawn_why": "no"},
    ]  # fmt: skip
    file = tmp_path / "decided.jsonl"
    file.write_text(json.dumps(given[0]) + "\n", "utf-8")
    assert sayso("judge", "--from", file, *record).exit_code == 0
    (kept,) = lines(sayso("judgements", "--json", *record))
    assert (kept["withdrawn"], kept["withdrawn_by"]) == ("2031-03-01T09:00:00Z", "Bo")

"""Two states of a text in words."""

from dataclasses import replace

from sayso.linked import Copy, Edit, Note
from sayso.records import Article, Moment, Sighting, Span
from sayso.view.versions import EditView, as_seen_from, put_right, version_view

OLD = "The ferry, which carries 200 people, was halfway when seven of them fell into the water."
NEW = OLD.replace("seven", "five")
AT = OLD.index("seven")
EDIT = Edit(Span(AT, AT + 5), Span(AT, AT + 4), "seven", "five")
TEXTS = {"sha256:a": OLD, "sha256:b": NEW}
COPY = Copy(
    "sha256:a", "sha256:b", ("", ""), "version", 1.0, 1.0, "", 1.0, "", "sha256:a", edits=(EDIT,)
)
NOTE = Note("sha256:b", "correction", "(Corrects the number)", None)


def test_a_change_is_shown_within_its_sentence() -> None:
    view = version_view(COPY, TEXTS)
    assert view
    before, after = "… carries 200 people, was halfway when ", " of them fell into the water."
    assert view.edits == (EditView(before, "seven", "five", after),)
    assert (view.label, view.known, view.note, view.more) == ("later version", True, "", 0)


def test_a_note_is_called_what_it_is() -> None:
    view = version_view(replace(COPY, note=NOTE), TEXTS)
    assert view
    assert view.note == "Correction note: “(Corrects the number)”"
    assert view.label == "corrected version"


def test_what_was_put_right_is_later_whatever_was_copied() -> None:
    of_a = replace(NOTE, article="sha256:a")
    view = version_view(replace(COPY, from_="", note=of_a), TEXTS)
    assert view
    assert (view.edits[0].was, view.edits[0].now) == ("five", "seven")


def test_without_a_direction_neither_is_later() -> None:
    view = version_view(replace(COPY, from_=""), TEXTS)
    assert view
    assert (view.label, view.known) == ("other version", False)


def test_words_that_were_put_in_stand_apart() -> None:
    at = OLD.index("The")
    edit = Edit(Span(at, at), Span(0, 3), "", "On Monday")
    view = version_view(replace(COPY, edits=(edit,)), TEXTS)
    assert view
    assert (view.edits[0].was, view.edits[0].after[:4]) == ("", " The")


def test_what_did_not_change_is_no_version() -> None:
    assert version_view(replace(COPY, edits=()), TEXTS) is None


def test_a_version_is_named_as_seen_from_an_article() -> None:
    copy = replace(COPY, note=NOTE)
    view = version_view(copy, TEXTS)
    assert view
    seen = Sighting("b", "Courier", published=Moment("2031-03-15", "2031-03-15", "day"))
    other = Article(NEW, "b", title="Ferry")
    from_old = as_seen_from("sha256:a", copy, view, other, seen)
    assert from_old.heading.startswith("Corrected version: Courier, 15 March 2031 · Ferry · ")
    from_new = as_seen_from("sha256:b", copy, view, other, seen)
    assert from_new.heading.startswith("This is a corrected version; before it: Courier")


def test_what_a_later_version_puts_right_is_told_of_the_earlier_one() -> None:
    seen = Sighting("b", "Courier", published=Moment("2031-03-15", "2031-03-15", "day"))
    copy = replace(COPY, note=NOTE)
    wanted = "corrected later: Courier, 15 March 2031: “(Corrects the number)”"
    assert put_right(copy, "sha256:a", seen) == wanted
    assert put_right(copy, "sha256:b", seen) == ""
    assert put_right(COPY, "sha256:a", seen) == ""
    assert put_right(replace(copy, note=replace(NOTE, kind="update")), "sha256:a", seen) == ""

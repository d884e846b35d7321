"""The source of a page without what no parser takes."""

import pytest
from lxml.html import fromstring

from sayso.read.markup import is_open, join_phrases, mended, refusal

REASON = "has a tag with more than 1,000 attributes"


@pytest.mark.parametrize("attribute", ["a{} ", "a{}=1\n", "a{} = 1 ", "a{}='>'", 'a="{}"', "a{}/"])
def test_more_attributes_than_a_thousand_are_refused(attribute):
    for number, reason in ((1000, ""), (1002, REASON)):
        assert refusal(f"<p {''.join(map(attribute.format, range(number)))}>") == reason


@pytest.mark.parametrize(
    "html",
    ["<p>" + "a=1 " * 2000, f"<p title='{'a=1 ' * 2000}'>", "<p a=1>" * 2000, "< " + "a=1 " * 2000],
    ids=["text", "one value", "many tags", "no tag"],
)
def test_what_is_no_attribute_is_not_counted(html):
    assert refusal(html) == ""


@pytest.mark.parametrize(
    ("html", "wanted"),
    [
        ("<p>It rained.</p>", "<p>It rained.</p>"),
        ("It\x1brained &#27;&#x1b; and&#65;", "It\ufffdrained \ufffd\ufffd and&#65;"),
        ("a&#12;b&#10;c", "a b&#10;c"),
        ("a<br><br/>b", "a<br><br/>b"),
        ("a<br> <br/>\n<BR>b", "a<br><br>b"),
        ("<q>No</q>", "<q>No</q>"),
    ],
)
def test_what_is_mended(html, wanted):
    assert mended(html) == wanted


def test_a_crowd_of_tags_inside_lines_is_read_without_them():
    crowd = "<span class='a'>It</span> <q>rained</q>. " * 6_000
    assert mended(crowd).startswith("It “rained”. It")


def test_attributes_without_end_are_refused():
    assert refusal("<p class='a' id=b hidden>It rained.</p>") == ""
    assert "1,000 attributes" in refusal("<p " + "a=1 " * 1_001 + ">")


@pytest.mark.parametrize(
    ("script", "opens"), [("a < b", False), ("<" * 1_001, True), ("<a>" * 2_000, False)]
)
def test_a_script_of_open_signs_is_no_description(script, opens):
    assert is_open(script) is opens


@pytest.mark.parametrize("tag", ["a href=x", "sup", "span", "ref target=x", "foo"])
def test_the_words_of_a_crowd_of_phrases_stay_and_their_elements_go(tag):
    phrase = f"<{tag}>It <i>rained</i>.<script>so</script></{tag.split()[0]}> "
    tree = fromstring(f"<div><p>So {phrase * 1_001}on.<br>{phrase}Dry.</p><p>{phrase}</p></div>")
    join_phrases(tree)
    crowd, alone = tree
    assert [child.tag for child in crowd] == ["br"]
    assert (crowd.text, crowd[0].tail) == ("So " + "It rained. " * 1_001 + "on.", "It rained. Dry.")
    assert [child.tag for child in alone] == [tag.split()[0]]


@pytest.mark.parametrize("tag", ["img src=x", "input"])
def test_the_words_between_a_crowd_of_empty_elements_stay(tag):
    tree = fromstring("<div><p>So " + f"<{tag}>it rained. " * 1_001 + "<br>Dry.</p></div>")
    join_phrases(tree)
    assert [(child.tag, child.tail) for child in tree[0]] == [("br", "Dry.")]
    assert tree[0].text == "So " + "it rained. " * 1_001


@pytest.mark.parametrize("tag", ["p", "li", "script", "option"])
def test_a_crowd_of_what_is_no_phrase_is_left_as_it_is(tag):
    tree = fromstring("<div>" + f"<{tag}>It rained.</{tag}>" * 1_001 + "</div>")
    join_phrases(tree)
    assert len(tree) == 1_001


def test_a_crowd_of_blocks_is_left_as_it_is():
    tree = fromstring("<div>" + "<a href=x><div>It rained.</div></a>" * 1_001 + "</div>")
    join_phrases(tree)
    assert len(tree) == 1_001

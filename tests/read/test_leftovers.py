"""What a crawl leaves behind: found in many shapes, and not found in ordinary text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.read.leftovers import skip_spans, without_skips

LEAD = "said on Friday that its army would stay in the region of Karsk. Velmark and Karsk agree."
TITLE = "Velmark will not leave Karsk, minister says"

# A leaked label: everything before the bar goes, everything after it stays.
LEAKS = [
    "text_fields|Velmark",
    "text_fields|KARSK (NWA) — Velmark",
    "text_fields|Karsk: Velmark",
    "text_fields|“We stay,” Velmark",
    "text_field|The ministry",
    "article_body|Velmark",
    "body_text|In Karsk, Velmark",
    "field_body_value|The ministry",
    "story_content|12 soldiers of Velmark, it",
    "full_text|Velmark",
    "main_content_text|Velmark",
    "content-main|The ministry",
    "story-body__inner|The ministry",
    "articleBody|Velmark",
    "bodyText|The ministry",
    "paragraphText|He",
    "bodytext|Velmark",
    "newsbody|Velmark",
    "body.text.html|The ministry",
    "text_fields: |Velmark",
    "articleBody: |The ministry",
    "text_fields = |Velmark",
    "text_fields |Velmark",
]

# Ordinary text, and names that are the article's own subject.
ORDINARY = [
    "Text: he",
    "Text: Velmark",
    "Title: The War of Velmark",
    "Body: The ministry",
    "Content: The ministry",
    "Full text: The ministry",
    "Main text: The ministry",
    "Summary: Velmark",
    "Article 5: The ministry",
    "Article 5 of the treaty, Velmark",
    "Section 3A of the law, Velmark",
    "Story of the year: Velmark",
    "Karsk: Velmark",
    "KARSK: Velmark",
    "KARSK (NWA) — Velmark",
    "Karsk, March 14: Velmark",
    "Body armour from Velmark, it",
    "Bodyguards of Velmark",
    "bodyguards of Velmark",
    "body_count rose to 12, Velmark",
    "body_count Velmark never published, it",
    "text_fields are columns of a table, Velmark",
    "text fields of Velmark",
    "Textile workers of Velmark",
    "textTextile workers of Velmark",
    "Texts from Velmark",
    "Contents of the letter from Velmark",
    "Storytellers of Velmark",
    "Titles were stripped, Velmark",
    "textView is a class, Velmark",
    "textContent The ministry",
    "storyMap tools of Velmark",
    "bodyArmor of Velmark",
    "iPhone users of Velmark",
    "eBay sellers of Velmark",
    "McDonald of Velmark",
    "deKarsk of Velmark",
    "my_varName is what Velmark",
    "get_user: The ministry",
    "@mira_tolland Velmark",
    "#text_fields Velmark",
    "well-knownVelmark",
    "html was not what Velmark",
    "www.ledger.example of Velmark",
    "data The ministry",
    "newsThe",
    "“text_fields” was what Velmark",
    "newsagentsVelmark",
]


@pytest.mark.parametrize("shape", LEAKS)
def test_a_leaked_label_goes(shape):
    label, _, rest = shape.partition("|")
    text = f"{TITLE}\n{label}{rest} {LEAD}\nOstrania denied it."
    assert [span.of(text) for span in skip_spans(text)] == [label]


@pytest.mark.parametrize("shape", LEAKS)
def test_a_leaked_label_goes_from_the_start_of_a_text(shape):
    label, _, rest = shape.partition("|")
    assert without_skips(f"{label}{rest} {LEAD}").strip() == f"{rest} {LEAD}"


@pytest.mark.parametrize("opening", ORDINARY)
def test_ordinary_text_stays(opening):
    for text in (f"{opening} {LEAD}", f"{TITLE}\n\n{opening} {LEAD}\n\nOstrania denied it."):
        assert skip_spans(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        f"text_fields: Velmark {LEAD}\nThe column text_fields held the names of the dead.",
        f"bodyText: The ministry {LEAD}\nEvery bodyText was read aloud.",
    ],
)
def test_an_article_about_such_names_keeps_them(text):
    assert skip_spans(text) == ()


def test_furniture_goes_by_line_and_by_tail():
    text = f"{TITLE}\r\n\r\nVelmark {LEAD} Read more\r\n\r\nShare on Facebook\r\nVask left."
    assert [span.of(text) for span in skip_spans(text)] == [" Read more", "Share on Facebook"]


@pytest.mark.parametrize("line", ["Read more: how Velmark lost Karsk", "Photo: The End of the War"])
def test_the_first_line_is_the_headline(line):
    assert skip_spans(f"{line}\n\nVelmark {LEAD}") == ()


@pytest.mark.parametrize("line", ["Advertisement", "Toggle navigation", "Share this article"])
def test_short_furniture_above_the_headline_goes(line):
    assert without_skips(f"{line}\n{TITLE}\n\nVelmark {LEAD}") == f"\n{TITLE}\n\nVelmark {LEAD}"


def test_a_text_of_nothing_else_is_kept():
    assert skip_spans("Read more\n\nSubscribe now") == ()


SCRAPS = st.sampled_from(
    [
        *("text_fields", "body", "articleBody", "Title: ", "Text: ", "Date: ", "Read more", "\n"),
        *(
            "\r\n",
            " ",
            "Velmark",
            "The minister said no. ",
            "Share on X",
            '"',
            ": ",
            "©",
            "é",
            "\ud800",
        ),
    ]
)


@given(st.lists(SCRAPS, max_size=30).map("".join))
def test_spans_are_in_order_within_the_text_and_never_all_of_it(text):
    spans = skip_spans(text)
    ends = [0, *(bound for span in spans for bound in span), len(text)]
    assert ends == sorted(ends)
    assert all(span.start < span.end for span in spans)
    assert bool(without_skips(text).strip()) == bool(text.strip())


@given(st.text())
def test_any_text_can_be_asked_about(text):
    skip_spans(text)


@pytest.mark.parametrize(
    "text",
    [
        "a" * 5_000_000,
        "text_" * 200_000,
        "body" * 250_000 + "Karsk",
        "\n".join(["text_fieldsThe minister said so"] * 30_000),
        "\n".join(["bodyThe minister said so"] * 30_000),
        ("The minister said on Friday that the army would stay in Karsk.\n") * 50_000,
        ". Read more" * 100_000,
        "x" * 100_000,
        '"' * 100_000,
    ],
)
def test_long_text_takes_linear_time(text, seconds):
    skip_spans(text)
    assert seconds() < 10

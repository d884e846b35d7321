"""Which characters stand inside quotation marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.annotate.quotes import quoted_mask

# The text, and the same with everything outside quotations blanked out.
CASES = {
    "straight": ('"I go," he said. "We stay."', '"I go,"__________"We stay."'),
    "curly": ("He said “no” twice.", "________“no”_______"),
    "two apostrophes": ("''He ran,'' she said.", "''He ran,''__________"),
    "grave accents": ("``Well,'' he said.", "``Well,''_________"),
    "single with apostrophes": (
        "He said ‘it’s the soldiers’ home,’ and left.",
        "________‘it’s the soldiers’ home,’__________",
    ),
    "single straight": (
        "the allies' plan was 'good', he said.",
        "_____________________'good'__________",
    ),
    "guillemets": ("«Oui», dit-il.", "«Oui»_________"),
    "low": ("„Ja“, said he.", "„Ja“__________"),
    "over paragraphs": ("“One.\n“Two,” he said.", "“One._“Two,”_________"),
    "never closed": ('"A lost mark. He went on.', "_" * 25),
    "feet and inches": ('A 5\' 10" man said "no".', '__________________"no"_'),
    "guillemets that point inwards": ("»Ja«, said he.", "»Ja«__________"),
    "both ways": ("»Ja«, he said. «No», she.", "»Ja«___________«No»______"),
    "guillemets with spaces": ("« Oui », said he. « Non. »", "« Oui »___________« Non. »"),
    "corners": ("「Go,」 he said.", "「Go,」_________"),
    "text cut into words": ("“ Go , ” he said .", "“ Go , ”__________"),
    "straight marks cut off": ('" Go , " he said . " No . "', '" Go , "___________" No . "'),
    "the same mark twice": ("”Ja”, said he.", "”Ja”__________"),
    "no opening mark": ("The road is mined,” said Bo.", "The road is mined,”_________"),
    "no opening mark before a title": (
        "It fell. Mr. Karst’s house is mined,” said Bo.",
        "_________Mr. Karst’s house is mined,”_________",
    ),
    "none in the second": (
        "“It is,” he said. We go,” he added.",
        "“It is,”__________We go,”__________",
    ),
    "none, and no end of a quotation": ("He said it was dead”.", "_" * 21),
    "nested": ("“It is a ‘lie’ and more,” she said.", "“It is a ‘lie’ and more,”__________"),
    "decades": ("in the '90s he said 'no'", "____________________'no'"),
    "no marks": ("Nothing was said.", "_" * 17),
    "empty": ("", ""),
}


@pytest.mark.parametrize(("text", "quoted"), CASES.values(), ids=CASES.keys())
def test_quoted_mask(text, quoted):
    mask = quoted_mask(text)
    assert "".join(c if q else "_" for c, q in zip(text, mask, strict=True)) == quoted


@given(st.text(alphabet="\"'“”‘’«»„`ab .,\n", max_size=60))
def test_any_marks_give_a_mask_of_the_text(text):
    assert len(quoted_mask(text)) == len(text)


def test_many_marks_take_linear_time():
    assert quoted_mask("' 'a" * 5_000).size == 20_000

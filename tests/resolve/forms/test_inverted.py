"""Quotations that a verb opens before their speaker."""

import pytest

from sayso.resolve.forms.inverted import inverted_of, opens_inverted

# A text | verb, who and words of what is found, apart by ";"
TEXTS = """
Fumed Ruel: “No.” | Fumed; Ruel; “No.”
It rained. Snapped Tarn's Bo Holm last night: "No." | Snapped; Bo Holm; "No."
“No.” Joked one miner: “Yes.” | Joked; one miner; “Yes.”
Stormed widow Ana Ruel, 61: “No.” | Stormed; widow Ana Ruel; “No.”
Said Ruel, a baker from Garth: “No.” | Said; Ruel; “No.”
Shouted back Ruel on Monday: “No.” | Shouted back; Ruel; “No.”
Asked by the Courier whether it rained, Ruel said: “No.” |
Asked in May whether he would run for president, Ruel said: “No.” |
Accused miner Ruel: “No.” |
Fumed in the rain: “No.” |
He was fumed Ruel: “No.” |
Fumed Ruel: no. |
"""


@pytest.mark.parametrize("line", TEXTS.strip().splitlines())
def test_inverted_quotations(line):
    text, _, wanted = (part.strip() for part in line.partition(" |"))
    made = [[span.of(text) for span in each] for each in inverted_of(text)]
    assert made == ([wanted.split("; ")] if wanted else [])


def test_a_line_that_opens_so_is_no_turn():
    assert opens_inverted("Fumed Ruel: “No.”")
    assert not opens_inverted("Ruel: “No.”")

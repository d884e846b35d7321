"""textacy as a peer; checked where it and an English pipeline are installed."""

import pytest

from bench import peers
from sayso.errors import UsageError

TEXT = (
    "“We will not leave Karsk until spring,” said Mira Tolan, the foreign minister of Velmark.\n"
    "\n"
    'The square was quiet. "Nobody in this town asked us," Jon Petrak said on Monday.\n'
)
EXPECTED = [
    (["Mira Tolan"], ["said"], ["“We will not leave Karsk until spring,”"]),
    (["Jon Petrak"], ["said"], ['"Nobody in this town asked us,"']),
]


@pytest.fixture(scope="module")
def extract():
    try:
        return peers.textacy_direct_quotations()
    except UsageError as error:
        pytest.skip(str(error))


def words(statements, text):
    return [
        tuple(
            [span.of(text) for span in role]
            for role in (s.labelled.source, s.labelled.cue, s.labelled.content)
        )
        for s in statements
    ]


def test_direct_quotations_are_found(extract):
    assert words(extract(TEXT), TEXT) == EXPECTED


@pytest.mark.parametrize("lost", ["\n\n“Lost, he said.", "\n“Lost, he said.\n"])
def test_a_lost_mark_costs_its_own_paragraph_only(extract, lost):
    assert words(extract(TEXT + lost), TEXT) == EXPECTED


def test_what_is_missing_is_told():
    if all(map(installed, ("textacy", "spacy"))):
        pytest.skip("textacy is installed")
    with pytest.raises(UsageError, match=r"install sayso\[bench\]"):
        peers.textacy_direct_quotations()


def installed(name):
    from importlib.util import find_spec

    return find_spec(name) is not None

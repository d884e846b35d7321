"""GUM: a text is put together from its tokens, and mentions are found in it."""

import pytest

from corpora.gum import documents, part_of, put_together, read_conll
from sayso.records import Span

CONLL = """\
# begin document GUM_news_hadrov
0\tAna\t(person-1-Ana_Ruel
1\tRuel\tperson-1-Ana_Ruel)
2\tof\t_
3\tthe\t(organization-2-Union
4\tAlmis\t(place-3-Almis)
5\tUnion\torganization-2-Union)
6\tsaid\t_
7\t"\t_
8\tshe\t(person-1-Ana_Ruel)
9\twould\t_
10\tn't\t_
11\tgo\t_
12\t.\t_
13\t"\t_

14\tAlmis\t(place-3-Almis
15\tport\tplace-3-Almis)(place-4)
16\tshut\t_
17\t.\t_
# end document
"""


@pytest.mark.parametrize(
    ("tokens", "text"),
    [
        (["She", "did", "n't", "go", "."], "She didn't go."),
        (["Ana", "'s", "boat"], "Ana's boat"),
        (['"', "Go", ",", '"', "she", "said"], '"Go," she said'),
        (["(", "late", ")", ";", "$", "5"], "(late); $5"),
        (["half", "-", "open", "and", "so"], "half-open and so"),
        ([".", "A", ".", "B", ".", "C", ".", "D"], ". A. B. C.\n\nD"),
        ([], ""),
    ],
)
def test_a_text_is_put_together(tokens, text):
    made, offsets = put_together(tokens)
    assert made == text
    assert [span.of(made) for span in offsets] == tokens


def test_a_conll_file_is_read(tmp_path):
    path = tmp_path / "GUM_news_hadrov.conll"
    path.write_text(CONLL, "utf-8")
    document = read_conll(path)
    assert document.genre == "news"
    assert document.text == 'Ana Ruel of the Almis Union said "she wouldn\'t go." Almis port shut.'
    entities = [(e.span.of(document.text), e.type, e.cluster) for e in document.entities]
    assert entities == [
        ("Ana Ruel", "person", "1"),
        ("the Almis Union", "organization", "2"),
        ("Almis", "place", "3"),
        ("she", "person", "1"),
        ("Almis port", "place", "3"),
        ("port", "place", "4"),
    ]


def test_a_conll_file_without_types_is_read(tmp_path):
    path = tmp_path / "GUM_news_karsk.conll"
    path.write_text("0\tAna\t(1\n1\tRuel\t1)(2)\n2\tshe\t(1)\n", "utf-8")
    entities = [(e.span, e.type, e.cluster) for e in read_conll(path).entities]
    assert entities == [(Span(0, 8), "", "1"), (Span(4, 8), "", "2"), (Span(9, 12), "", "1")]


def test_only_news_and_interviews_are_held_out(tmp_path, monkeypatch):
    names = [f"GUM_{genre}_{n}" for genre in ("news", "interview", "bio") for n in range(60)]
    parts = {name: part_of(name) for name in names}
    assert {part for name, part in parts.items() if "bio" in name} == {"train"}
    assert {part for name, part in parts.items() if "news" in name} == {"train", "dev", "test"}
    folder = tmp_path / "coref" / "gum"
    folder.mkdir(parents=True)
    for name in names:
        (folder / f"{name}.conll").write_text("0\tAna\t(person-1)\n", "utf-8")
    monkeypatch.setenv("SAYSO_DATA", str(tmp_path))
    read = [d.id for part in ("train", "dev", "test") for d in documents("gum", part)]
    assert sorted(read) == sorted(names)

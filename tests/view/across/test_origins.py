"""An origin as a tree of its articles."""

from dataclasses import replace

from sayso.linked import Fold, Origin
from sayso.view.across.origins import origin_view

from .making import known, said

IDS = [f"sha256:{n:064}" for n in range(5)]
KNOWN = known(*(said(n, "the dam holds", outlet=f"Outlet {n}") for n in range(1, 5)))


def test_a_reprint_stands_under_what_it_reprints() -> None:
    folds = (
        Fold(IDS[1], "utterance", "Ilva Teren", "reports what Ilva Teren said"),
        Fold(IDS[2], "copy", IDS[1], "one text"),
        Fold(IDS[3], "copy", IDS[2], "one text"),
        Fold(IDS[4], "utterance", IDS[1], "quotes the same words"),
    )
    origin = Origin("utterance", "Ilva Teren", tuple(IDS[1:]), "4 articles", folds)
    view = origin_view(origin, list(KNOWN.values()))
    first, last = view.branches
    assert first.how == "reports what Ilva Teren said"
    assert first.branches[0].how == "reprints Outlet 1, 2031-03-01"
    assert first.branches[0].branches[0].article.outlet == "Outlet 3"
    assert last.how == "goes back to the same as Outlet 1, 2031-03-01"
    assert view.articles == 4


def test_an_origin_without_folds_lists_its_articles() -> None:
    view = origin_view(Origin("article", "", (IDS[1], "sha256:ff"), ""), list(KNOWN.values()))
    assert [each.article.title for each in view.branches] == ["Article 1", "ff"]
    assert view.name == "a source that is not named"


def test_everything_in_the_tree_leads_to_words_and_people() -> None:
    spoken = replace(said(1, "the dam holds", outlet="Outlet 1"), speaker_entity="en_1")
    tellings = [*known(spoken, said(2, "the dam holds", outlet="Outlet 2")).values()]
    folds = (
        Fold(IDS[1], "utterance", "Ilva Teren", "one speaker"),
        Fold(IDS[2], "copy", IDS[1], "one text"),
    )
    view = origin_view(Origin("utterance", "Ilva Teren", tuple(IDS[1:3]), "", folds), tellings)
    (first,) = view.branches
    assert view.who.address == "/entity/en_1"
    assert (first.statement, first.branches[0].statement) == ("st_1", "st_2")
    assert [each.address for each in first.leads] == ["/entity/en_1", ""]
    assert [each.address for each in first.branches[0].leads] == ["/statement/st_1", ""]

"""Where an actor stands, seen from a pronoun that may stand for it."""

import pytest

from sayso.records import Span
from sayso.resolve.actors.antecedents import Cluster
from sayso.resolve.actors.entities import add
from sayso.resolve.actors.references import reference
from sayso.resolve.actors.standing import FAR, Setting, between, standing
from sayso.resolve.layout import Layout
from tests.notation import read


def stands(marked, pronoun, *, spoke_last=False):
    """Return the numbers of Ruel for a pronoun of a text."""
    article, annotation = read(marked.replace("¶", "\n\n"))
    text, layout = article.text, Layout.of(article, annotation.statements)
    cluster = Cluster(0, type="person")
    at = text.index("Ruel")
    while at >= 0:
        span = Span(at, at + len("Ruel"))
        names = [m for m in annotation.mentions if m.span == span]
        add(cluster, reference(text, span, names))
        at = text.find("Ruel", span.end)
    she = Span(text.index(pronoun), text.index(pronoun) + len(pronoun))
    setting = Setting.of(she, layout)
    return standing(setting, cluster.references, layout, spoke_last=spoke_last)


@pytest.mark.parametrize(
    ("marked", "name", "number"),
    [
        ("<p:Ruel> spoke. She left.", "subject", 1),
        ("<p:Ruel> also told them. She left.", "subject", 1),
        ("The case against <p:Ruel> failed. She left.", "subject", 0),
        ("The case against <p:Ruel> failed. She left.", "placed", 1),
        ("<p:Ruel> spoke. It rained. She left.", "voice_sentences", 2),
        ("<p:Ruel> spoke. She left.", "voice_paragraph", 1),
        ("<p:Ruel> spoke.¶She left.", "voice_paragraph", 0),
        ("<p:Ruel> spoke. She left.", "both_open", 1),
        ("<p:Ruel> spoke. It is long since she left.", "both_open", 0),
        ("<p:Ruel> spoke. She left.", "headline", 1),
        ("It rained.¶It rained.¶<p:Ruel> spoke. She left.", "headline", 0),
    ],
)
def test_where_the_last_mention_stands(marked, name, number):
    assert stands(marked, "he left" if "since" in marked else "She")[name] == number


def test_who_is_spoken_of_in_quoted_words_is_seldom_who_says_them():
    marked = "{T:“I met <p:Ruel>,”} {S:she} {C:said}."
    numbers = stands(marked, "she", spoke_last=True)
    assert (numbers["own_content"], numbers["voice_sentences"]) == (1, FAR)
    assert (numbers["behind_last"], numbers["speech_it"]) == (1, 0)


def test_whoever_is_told_to_say_it_may_speak_of_herself():
    marked = "{S1:<p:Ruel>} {C1:says} {T1:{S2:she} {C2:knows} {T2:it}}."
    numbers = stands(marked, "she")
    assert numbers["reports_it"] == 1
    assert numbers["spoke"] == pytest.approx(0.693, abs=0.001)


def test_in_quoted_words_another_is_spoken_of():
    numbers = stands("{S:<p:Ruel>} {C:said}: {T:“She left.”}", "She", spoke_last=True)
    assert (numbers["speech_it"], numbers["behind_last"]) == (1, 0)


def test_how_many_others_were_mentioned_after():
    assert between([Span(5, 9), Span(40, 44), Span(20, 24)]) == [2, 0, 1]
    assert between([]) == []

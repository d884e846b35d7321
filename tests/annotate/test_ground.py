"""What all statements of an article stand on."""

import pytest

from sayso.annotate.ground import Ground
from sayso.records import Article


@pytest.mark.parametrize(
    ("text", "quoted"),
    [("“No,” she said.", "“No,”"), ("It rained.", ""), ("", ""), ("“No.” “Yes.”", "“No.”“Yes.”")],
)
def test_which_characters_stand_in_quotations(text, quoted):
    article = Article(text, "test")
    ground = Ground.of(article)
    assert "".join(c for c, inside in zip(text, ground.quoted, strict=True) if inside) == quoted
    assert (ground.text, ground.article_id) == (text, article.id)

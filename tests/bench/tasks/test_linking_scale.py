"""Made corpora: the same each time, with truth of their own."""

from bench.made.news import SAID, corpus


def test_a_made_corpus_is_the_same_each_time_and_knows_its_truth():
    made, again = list(corpus(30)), list(corpus(30))
    assert [record for record, _ in made] == [record for record, _ in again]
    for record, truth in made:
        ids = {statement.id for statement in record.statements}
        assert ids == truth.claims.keys() | truth.denials.keys()
        assert len(ids) <= SAID
        for statement, provenance in zip(record.statements, record.provenance, strict=True):
            (source,), (content,) = statement.source, statement.content
            names = {actor.id: actor.name for actor in record.actors}
            assert source.of(record.article.text) == names[provenance.speakers[0]]
            assert content.of(record.article.text)
    assert any(truth.copies for _, truth in made)
    assert any(truth.denials for _, truth in made)


def test_articles_of_a_made_corpus_have_as_many_statements_as_asked_for():
    made = list(corpus(40, said=5))
    assert {len(record.statements) for record, _ in made} == {5}
    assert any(truth.copies for _, truth in made)

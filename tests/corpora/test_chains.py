"""Sayso's own articles with their chains: each of one part, every span within its text."""

from corpora import chains


def test_every_article_is_of_one_part():
    parts = [{case.article.given_id for case in chains.own(p)} for p in ("tune", "test", "kept")]
    every = [path.stem for path in chains.OWN.glob("*.json")]
    assert sorted(name for part in parts for name in part) == sorted(every)
    assert all(name.endswith("-kept") for name in parts[2])


def test_links_and_speakers_stand_in_the_text():
    for part in ("tune", "test", "kept"):
        for case in chains.own(part):
            named = [link for chain in case.chains for link in chain.links if link.span]
            assert all(link.span and link.span.of(case.article.text) for link in named)
            assert all(s.content and s.id for s in case.statements)

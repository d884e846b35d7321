"""Who is who in a marked text, and who speaks in it, as the resolver finds them."""

from collections.abc import Sequence

from sayso.records import Annotation, Article
from sayso.resolve.actors.coref import Gathered, gather
from sayso.resolve.actors.mentions import Names, held, references
from sayso.resolve.actors.speakers import Speaking, speakers
from sayso.resolve.chain.chain import chains
from sayso.resolve.chain.links import carried, passed_on
from sayso.resolve.chain.outlets import Outlets
from sayso.resolve.layout import Layout
from sayso.resolve.places.countries import Countries

COUNTRIES = Countries()


def names_of(article: Article, annotation: Annotation) -> Names:
    """Return the names that are marked in an article."""
    return Names(article.text, annotation.mentions, COUNTRIES)


def gathered(article: Article, annotation: Annotation) -> Gathered:
    """Return who is who among the mentions, and what each one's source was resolved to."""
    names = names_of(article, annotation)
    wanted = [span for s in annotation.statements for span in s.source]
    found = references(article.text, wanted, annotation.mentions, names)
    return gather(found, Layout.of(article, annotation.statements), COUNTRIES)


def voices(article: Article, annotation: Annotation) -> tuple[Gathered, Sequence[Speaking]]:
    """Return who is who and who speaks in each statement, as the resolver finds them."""
    statements, text = annotation.statements, article.text
    names = names_of(article, annotation)
    outlets = Outlets(article, names.all)
    layout = Layout.of(article, statements)
    told = chains(article, layout, outlets)
    told = passed_on(article, statements, told, outlets)
    holders = [
        () if carried(s, c) else held(text, s, c, names)
        for s, c in zip(statements, told, strict=True)
    ]
    wanted = [span for spans in holders for span in spans]
    found = gather(references(text, wanted, annotation.mentions, names), layout, COUNTRIES)
    return found, speakers(statements, holders, found, layout)

"""A notation for marked texts -> an article with its statements and mentions, and who is who.

Mentions stand in angle brackets: "<p:Ana Ruel>" a person's name, "o" an organisation's, "l" that
of a place, "g" of a group; "<d:the minister>" describes a person, "<b:the company>" a body;
"<=:she>" is a pronoun. Statements stand in braces: "{S:Ana Ruel} {C:said} {T:it had rained}" is
source, cue and content; a number after the letter tells statements apart. Marks may be nested.
"""

import re

from sayso.records import Annotation, Article, Mention, Span, Statement, statement_id
from sayso.resolve.actors.coref import gather
from sayso.resolve.actors.mentions import Names, held, references
from sayso.resolve.actors.speakers import speakers
from sayso.resolve.chain.links import carried
from sayso.resolve.chain.slices import all_chains
from sayso.resolve.layout import scene
from sayso.resolve.places.countries import Countries

COUNTRIES = Countries()
KINDS = {
    "p": ("person", "name"),
    "o": ("organisation", "name"),
    "l": ("place", "name"),
    "g": ("group", "name"),
    "d": ("person", "nominal"),
    "b": ("organisation", "nominal"),
    "=": ("person", "pronoun"),
}
_OPEN = re.compile(r"\{([SCT])(\d*):|<([polgdb=]):")
_QUOTES = '"“‘«'


def read(marked, **article):
    """Return the article whose text is `marked` without its marks, and what is marked in it."""
    text, stack, found, at = "", [], [], 0
    while at < len(marked):
        if opening := _OPEN.match(marked, at):
            stack.append((opening, len(text)))
            at = opening.end()
        elif marked[at] in "}>":
            opening, start = stack.pop()
            found.append((opening, Span(start, len(text))))
            at += 1
        else:
            text += marked[at]
            at += 1
    made = Article(text, "test", **article)
    parts = [(m[2], m[1], span) for m, span in found if m[1]]
    mentions = [Mention(span, *KINDS[m[3]], 0.9) for m, span in found if m[3]]
    return made, Annotation(
        tuple(_statement(made, parts, n) for n in sorted({n for n, _, _ in parts}, key=_number)),
        tuple(sorted(mentions, key=lambda m: (m.span.start, -m.span.end))),
    )


def _number(digits):
    return int(digits or 0)


def _statement(article, parts, number):
    roles = [tuple(sorted(s for n, r, s in parts if (n, r) == (number, role))) for role in "SCT"]
    quoted = [article.text[span.start] in _QUOTES for span in roles[2]]
    kind = "direct" if all(quoted) else "mixed" if any(quoted) else "indirect"
    return Statement(statement_id(article.id, roles), kind, 1.0, *roles, "marked")


def names_of(article, annotation):
    """Return the names that are marked in an article."""
    return Names(article.text, annotation.mentions, COUNTRIES)


def gathered(article, annotation):
    """Return who is who among the mentions, and what each one's source was resolved to."""
    names = names_of(article, annotation)
    wanted = [span for s in annotation.statements for span in s.source]
    found = references(article.text, wanted, annotation.mentions, names)
    return gather(found, scene(article, annotation.statements), COUNTRIES)


def voices(article, annotation):
    """Return who is who and who speaks in each statement, as the resolver finds them."""
    statements, text = annotation.statements, article.text
    names = names_of(article, annotation)
    told = all_chains(article, statements, names.all)
    holders = [
        () if carried(s, c) else held(text, s, c, names)
        for s, c in zip(statements, told, strict=True)
    ]
    wanted = [span for spans in holders for span in spans]
    where = scene(article, statements)
    found = gather(references(text, wanted, annotation.mentions, names), where, COUNTRIES)
    return found, speakers(statements, holders, found, where)

"""Clusters of references -> actors with type, roles and whom they speak for."""

import re
from collections.abc import Iterator, Sequence

from sayso.english.names import unowned
from sayso.english.numbers import number_words
from sayso.english.pronouns import pronouns
from sayso.english.role_nouns import marked
from sayso.english.sentences import unbroken
from sayso.english.tables import either, listed
from sayso.english.titles import is_title
from sayso.records import Actor, Role, Span, Unnamed
from sayso.resolve.actors.antecedents import Cluster
from sayso.resolve.actors.entities import Entities
from sayso.resolve.actors.references import Reference
from sayso.resolve.places.countries import Countries
from sayso.resolve.places.gazetteer import fold

# "two officials", "1,200 farmers", "several aides"
_IN_WORDS = range(2, 11)  # numbers that are read in words; others are taken to stand in figures
_COUNT = {word: n for word, n in number_words("cardinal").items() if n in _IN_WORDS}
_NUMBER = re.compile(
    rf"\b({either({*_COUNT, *listed('actors.toml', 'amounts')})}|\d[\d,]*)\b", re.IGNORECASE
)
# Why a source is not named: "…, who asked not to be identified because the talks are secret".
_REASON = re.compile(
    r"(?:\bon (?:the )?condition of anonymity|\b(?:requested|asked for|were granted|was granted|"
    r"demanded|insisted on) anonymity|\b(?:asked|wished|wanted|preferred|declined|refused|did not "
    r"want) (?:not )?to be (?:named|identified|quoted)|\bspoke anonymously|\bspeaking anonymously|"
    rf"\b(?:was|were|is|are) not authori[sz]ed to){unbroken('.,;')}{{0,160}}",
    re.IGNORECASE,
)
_CLAUSE = re.compile(rf"(?<=\w),? {either(pronouns('relative') - {'whom'})}\b")  # "some of whom"
_ARTICLE = 5  # characters of "the " and the like
_REASON_REACH = 320  # characters after an unnamed source in which its reason is looked for
_STATE_ROLES = marked("state")


def actors(
    entities: Entities, wanted: set[int], text: str, countries: Countries
) -> tuple[list[Actor], dict[int, str]]:
    """Return the actors worth keeping, in text order, and their ids by number of cluster.

    Kept are those with a name, those in `wanted` (who speak, carry or are spoken to), and whom
    these speak for.
    """
    keep = [c for c in entities.clusters if c.number in wanted or (c.name and c.type != "place")]
    keep.sort(key=lambda c: c.references[0].span)
    ids = {c.number: f"a{i}" for i, c in enumerate(keep, 1)}
    made = [_actor(c, ids, entities, text, countries) for c in keep]
    return made, ids


def _actor(
    cluster: Cluster, ids: dict[int, str], entities: Entities, text: str, countries: Countries
) -> Actor:
    type_ = _type(cluster)
    first = cluster.references[0]
    described = next((r for r in cluster.references if r.kind == "nominal"), first)
    name = _name(cluster, described, entities)
    mentions = tuple(sorted({r.span for r in cluster.references}))
    bodies = _bodies(cluster, entities, countries)  # whom he speaks for, likeliest first
    return Actor(
        id=ids[cluster.number],
        name=name,
        type=type_,
        mentions=_apart(mentions),
        roles=_roles(cluster),
        of=next((ids[c.number] for c in bodies if c.number in ids), ""),
        unnamed=_unnamed(described, text) if type_ == "unnamed" else None,
        why=_why(cluster, type_, name),
    )


def _type(cluster: Cluster) -> str:
    if cluster.type == "person" or (not cluster.type and not cluster.names):
        return "person" if cluster.names else "unnamed"
    if cluster.type == "place" or cluster.government:
        return "government"
    return cluster.type or "organisation"


def _name(cluster: Cluster, described: Reference, entities: Entities) -> str:
    if cluster.government:
        return cluster.government[0].upper() + cluster.government[1:]
    return cluster.name or _description(cluster, described, entities)


def _description(cluster: Cluster, described: Reference, entities: Entities) -> str:
    """Return the words that describe somebody, without "who …", the owner by name.

    "His lawyer" is "Radu Belcic's lawyer" in the list of an article's actors.
    """
    text, (start, end) = entities.text, described.span
    clause = _CLAUSE.search(text, start, end)
    end = clause.start() if clause else end
    owned = described.owner
    owner = cluster.owner or (entities.of(owned) if owned else None)
    if owned is None or owner is None or not owner.name or owned.end >= end:
        return " ".join(text[start:end].split())
    lead, rest = text[start : owned.start].split(), text[owned.end : end]
    while lead and is_title(lead[-1]):
        lead.pop()  # "Mr. Okar's aide" is "Ruslan Okar's aide"
    mark = "" if rest.startswith(("'", "’")) else "'s"
    return " ".join([*lead, *f"{owner.name}{mark}{rest}".split()])


def _apart(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return the spans without those that stand inside another one."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)


def _roles(cluster: Cluster) -> tuple[Role, ...]:
    roles: dict[str, Role] = {}
    if cluster.type in {"person", ""}:
        for reference in cluster.references:
            for role in reference.roles:
                roles.setdefault(role.text.lower(), role)
    return tuple(roles.values())


def _bodies(cluster: Cluster, entities: Entities, countries: Countries) -> Iterator[Cluster]:
    """Yield whom the words for somebody name beside him, then whose office he holds."""
    if cluster.type not in {"person", ""}:
        return
    first = next((r for r in cluster.references if r.owner), None)
    owner = cluster.owner or (entities.of(first.owner) if first and first.owner else None)
    if owner and owner is not cluster:
        yield owner
    for reference in cluster.references:
        for name in reference.within:
            other = entities.of(name.span) or _within(name.span, entities)
            if other and other is not cluster and other.type != "person":
                yield other
        for role in reference.roles:
            ruler = _ruler(role.text, countries)
            yield from (c for c in entities.clusters if ruler and c.government == ruler)


def _within(span: Span, entities: Entities) -> Cluster | None:
    """Return whom the words around a name stand for: "the Harbour Party"."""
    for other, cluster in entities.between(max(span.start - _ARTICLE, 0), span.start + 1):
        if other.end == span.end and other.start < span.start:
            return cluster
    return None


def _ruler(role: str, countries: Countries) -> str:
    """Return the government that a role is held for: "Kremlin spokesman", "Ostranian envoy"."""
    words = role.split()
    if not _STATE_ROLES & {w.lower() for w in words}:
        return ""
    named = [unowned(w.strip(",.")) for w in words if w[0].isupper()]
    for word in (" ".join(named), *named):
        if ruler := countries.rulers.get(fold(word)) or countries.rulers.get(fold("the " + word)):
            return ruler
        if country := countries.by_demonym(word):
            return country.government
    return ""


def _unnamed(described: Reference, text: str) -> Unnamed:
    words = described.span.of(text)
    number = _NUMBER.search(words)
    count = "1" if not described.many else "some"
    if number:
        count = str(_COUNT.get(number[0].lower(), number[0].lower()))
    bodies = [n.span.of(text) for n in described.within if n.type in {"organisation", "group"}]
    places = [n.span.of(text) for n in described.within if n.type == "place"]
    end = described.span.end
    reason = _REASON.search(text, described.span.start, min(end + _REASON_REACH, len(text)))
    return Unnamed(
        count,
        described.head,
        bodies[0] if bodies else "",
        places[0] if places else "",
        Span(*reason.span()) if reason else None,
    )


def _why(cluster: Cluster, type_: str, name: str) -> str:
    times = len(cluster.references)
    often = "once" if times == 1 else f"{times} times"
    names = cluster.names
    if type_ == "unnamed":
        return f"Described, never named; mentioned {often}."
    if not names:
        return f"Described as “{name}”; mentioned {often}."
    called = ", ".join(f"“{n}”" for n in names[:4])
    if type_ == "government" and name not in names:
        return f"{called}: stands for the {name[0].lower()}{name[1:]} when it speaks; {often}."
    return f"Named {called}; mentioned {often}."

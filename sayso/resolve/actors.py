"""Clusters of references -> actors with type, roles and whom they speak for."""

import re
from collections.abc import Sequence

from sayso.records import Actor, Role, Span, Unnamed
from sayso.resolve.antecedents import Cluster
from sayso.resolve.countries import Countries
from sayso.resolve.gather import Gathered, power
from sayso.resolve.references import Reference

_NUMBER = re.compile(
    r"\b(two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands|several|many|some"
    r"|few|most|\d[\d,]*)\b",
    re.IGNORECASE,
)
_COUNT = dict(
    zip(
        ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"],
        range(2, 11),
        strict=True,
    )
)
# Why a source is not named: "…, who asked not to be identified because the talks are secret".
_REASON = re.compile(
    r"(?:\bon (?:the )?condition of anonymity|\b(?:requested|asked for|were granted|was granted|"
    r"demanded|insisted on) anonymity|\b(?:asked|wished|wanted|preferred|declined|refused|did not "
    r"want) (?:not )?to be (?:named|identified|quoted)|\bspoke anonymously|\bspeaking anonymously|"
    r"\b(?:was|were|is|are) not authori[sz]ed to)[^.\n]{0,160}",
    re.IGNORECASE,
)
_REASON_REACH = 320  # characters after an unnamed source in which its reason is looked for
_STATE_ROLES = frozenset(
    [
        "president",
        "premier",
        "chancellor",
        "minister",
        "secretary",
        "ambassador",
        "envoy",
        "diplomat",
        "diplomats",
        "negotiator",
        "negotiators",
        "mediator",
        "senator",
        "official",
        "officials",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "spokespeople",
        "leader",
        "leaders",
        "commander",
        "general",
        "army",
        "military",
        "forces",
        "troops",
        "soldiers",
        "government",
        "police",
        "authorities",
        "lawmaker",
        "lawmakers",
        "parliament",
        "delegation",
        "king",
        "queen",
    ]
)


def actors(
    found: Gathered, wanted: set[int], text: str, countries: Countries
) -> tuple[list[Actor], dict[int, str]]:
    """Return the actors worth keeping, in text order, and their ids by number of cluster.

    Kept are those with a name, those in `wanted` (who speak, carry or are spoken to), and whom
    these speak for.
    """
    keep = [c for c in found.clusters if c.number in wanted or (c.name and c.type != "place")]
    keep.sort(key=lambda c: c.references[0].span)
    ids = {c.number: f"a{i}" for i, c in enumerate(keep, 1)}
    made = [_actor(c, ids, found, text, countries) for c in keep]
    return made, ids


def _actor(
    cluster: Cluster, ids: dict[int, str], found: Gathered, text: str, countries: Countries
) -> Actor:
    type_ = _type(cluster, countries)
    first = cluster.references[0]
    described = next((r for r in cluster.references if r.kind == "nominal"), first)
    name = _name(cluster, type_, described, text, countries)
    mentions = tuple(sorted({r.span for r in cluster.references}))
    return Actor(
        id=ids[cluster.number],
        name=name,
        type=type_,
        mentions=_apart(mentions),
        roles=_roles(cluster),
        of=_of(cluster, ids, found, countries),
        unnamed=_unnamed(described, text) if type_ == "unnamed" else None,
        why=_why(cluster, type_, name),
    )


def _type(cluster: Cluster, countries: Countries) -> str:
    if cluster.type == "person" or (not cluster.type and not cluster.names):
        return "person" if cluster.names else "unnamed"
    if cluster.type == "place" or power(cluster.name, countries):
        return "government"
    return cluster.type or "organisation"


def _name(
    cluster: Cluster, type_: str, described: Reference, text: str, countries: Countries
) -> str:
    if type_ == "government" and (ruler := power(cluster.name, countries)):
        return ruler[0].upper() + ruler[1:]
    return cluster.name or " ".join(described.span.of(text).split())


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


def _of(cluster: Cluster, ids: dict[int, str], found: Gathered, countries: Countries) -> str:
    """Return the id of the actor that somebody's description says he speaks for, or nothing."""
    if cluster.type not in {"person", ""}:
        return ""
    for reference in cluster.references:
        state = any(w in _STATE_ROLES for r in reference.roles for w in r.text.lower().split())
        for name in reference.within:
            other = found.of(name.span)
            if other is None and (name.type in {"place", "group"}) and state:
                other = _ruler(name.span, reference, found, countries)
            if other is None or other is cluster or other.type == "person":
                continue
            if other.number in ids:
                return ids[other.number]
    return ""


def _ruler(
    span: Span, reference: Reference, found: Gathered, countries: Countries
) -> Cluster | None:
    """Return the government of a country that is named, or whose adjective is, in a role."""
    word = next((n.span for n in reference.within if n.span == span), span)
    role = next((r for r in reference.roles if r.span.start <= word.start < r.span.end), None)
    if role is None:
        return None
    words = role.text[word.start - role.span.start : word.end - role.span.start]
    country = countries.by_name(words) or countries.by_demonym(words)
    wanted = country.government if country else ""
    for cluster in found.clusters:
        if cluster.type == "government" and wanted and power(cluster.name, countries) == wanted:
            return cluster
    return None


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
    names = sorted(set(cluster.names), key=cluster.names.index)
    if type_ == "unnamed":
        return f"Described, never named; mentioned {often}."
    if not names:
        return f"Described as “{name}”; mentioned {often}."
    called = ", ".join(f"“{n}”" for n in names[:4])
    if type_ == "government" and name not in names:
        return f"{called}: stands for the {name[0].lower()}{name[1:]} when it speaks; {often}."
    return f"Named {called}; mentioned {often}."

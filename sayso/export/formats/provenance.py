"""Articles -> PROV-JSON (W3C): a bundle an article, of how each of its statements came to be.

An article was read where it was seen, a model found the statements in it, rules concluded the rest,
and people judged: activities with the agents that did them.
"""

from collections.abc import Iterable
from typing import Any, BinaryIO

from sayso.export.formats.cleaning import TERMS, finite, json_text
from sayso.exported import Exported, Row
from sayso.judgements import attached
from sayso.records import Statement

_PREFIX = {"sayso": TERMS, "rec": "urn:sayso:"}

Bundle = dict[str, dict[str, Any]]


def write(articles: Iterable[Exported], out: BinaryIO) -> None:
    """Write one document with a bundle for each article."""
    out.write(f'{{"prefix": {json_text(_PREFIX)}, "bundle": {{'.encode())
    comma = ""
    for article in articles:
        name = _name(f"bundle.{article.article.id}")
        out.write(f'{comma}\n"{name}": {json_text(_bundle(article))}'.encode())
        comma = ","
    out.write(b"\n}}\n")


def _name(words: str) -> str:
    return "rec:" + words.replace(":", ".").replace("/", ".")


def _bundle(exported: Exported) -> Bundle:
    bundle: Bundle = {"prefix": dict(_PREFIX)}
    _reading(bundle, exported)
    _making(bundle, exported)
    for row in exported.rows():
        _statement(bundle, row)
    _judging(bundle, exported)
    return bundle


def _add(bundle: Bundle, kind: str, name: str, value: dict[str, Any]) -> None:
    bundle.setdefault(kind, {})[name] = value


def _relate(bundle: Bundle, kind: str, **ends: str) -> None:
    its = bundle.setdefault(kind, {})
    its[f"_:{kind}{len(its)}"] = {f"prov:{role}": name for role, name in ends.items()}


def _reading(bundle: Bundle, exported: Exported) -> None:
    """Add the article, and where and when it was read."""
    article = exported.article
    its = _name(article.id)
    data = {"prov:type": "sayso:Article", "prov:label": article.title, "sayso:article": article.id}
    _add(bundle, "entity", its, data)
    for number, seen in enumerate(exported.sightings):
        place, reading = _name(seen.id), _name(f"{article.id}.reading{number}")
        data = {
            "prov:type": "sayso:Sighting",
            "prov:location": seen.url or seen.source,
            "sayso:source": seen.source,
            "sayso:publisher": seen.publisher,
            "sayso:published": seen.published.start if seen.published else "",
        }
        _add(bundle, "entity", place, data)
        _add(bundle, "activity", reading, {"prov:type": "sayso:reading", **_ended(seen.read_at)})
        _relate(bundle, "used", activity=reading, entity=place)
        _relate(bundle, "wasDerivedFrom", generatedEntity=its, usedEntity=place)
        if number == 0:  # what is generated is generated once
            _relate(bundle, "wasGeneratedBy", entity=its, activity=reading)


def _ended(when: str) -> dict[str, str]:
    return {"prov:endTime": when} if when else {}


def _making(bundle: Bundle, exported: Exported) -> None:
    """Add what the model found and the rules concluded."""
    model, its = exported.record.model, _name(exported.article.id)
    finding, concluding = _finding(exported), _concluding(exported)
    agents = {
        finding: (_name(f"model.{model.name}.{model.version}"), f"{model.name} {model.version}"),
        concluding: (_name(f"rules.{model.rules or 'none'}"), f"sayso's rules {model.rules}"),
    }
    for activity, (agent, label) in agents.items():
        _add(bundle, "agent", agent, {"prov:type": "prov:SoftwareAgent", "prov:label": label})
        kind = "sayso:finding" if activity == finding else "sayso:concluding"
        _add(bundle, "activity", activity, {"prov:type": kind})
        _relate(bundle, "used", activity=activity, entity=its)
        _relate(bundle, "wasAssociatedWith", activity=activity, agent=agent)
    _relate(bundle, "wasInformedBy", informed=concluding, informant=finding)


def _finding(exported: Exported) -> str:
    return _name(f"{exported.article.id}.finding")


def _concluding(exported: Exported) -> str:
    return _name(f"{exported.article.id}.concluding")


def _statement(bundle: Bundle, row: Row) -> None:
    name, article = _name(row.statement.id), _name(row.of.article.id)
    data = {
        "prov:type": "sayso:Statement",
        "prov:value": row.words(row.statement.content),
        "sayso:why": row.statement.why,
        "sayso:score": finite(row.score),
        "sayso:act": row.act.name,
        "sayso:said": row.act.said,
        "sayso:polarity": row.act.polarity,
        "sayso:act_why": row.act.why,
        "sayso:speaker": [party.name for party in row.speakers],
        "sayso:speaker_why": row.provenance.why,
        "sayso:speaker_score": finite(row.speaker_score),
        "sayso:carrier": [party.name for party in row.carriers],
        "sayso:claim": row.claim,
        "sayso:answered": [f"{answer.kind} {answer.statement}" for answer in row.answers],
        "sayso:judged": list(row.judged),
    }
    _add(bundle, "entity", name, data)
    _relate(bundle, "wasGeneratedBy", entity=name, activity=_concluding(row.of))
    _relate(bundle, "wasDerivedFrom", generatedEntity=name, usedEntity=article)


def _judging(bundle: Bundle, exported: Exported) -> None:
    """Add what people decided, and which statements hold by it."""
    people: dict[str, str] = {}
    for each in exported.judgements:
        judging = _name(each.id)
        data = {
            "prov:type": f"sayso:judging.{each.kind}",
            **_ended(each.at),
            "sayso:why": each.why,
            "sayso:withdrawn": each.withdrawn,
        }
        _add(bundle, "activity", judging, data)
        person = people.setdefault(each.by, _name(f"person{len(people)}"))
        _add(bundle, "agent", person, {"prov:type": "prov:Person", "prov:label": each.by})
        _relate(bundle, "wasAssociatedWith", activity=judging, agent=person)
        target = attached(each.subject, exported.concluded)
        if isinstance(target, Statement) and target.id in exported.chosen and not each.withdrawn:
            ends = {"influencee": _name(target.id), "influencer": judging}
            _relate(bundle, "wasInfluencedBy", **ends)

"""Records -> entities: one for each person or body, whatever articles call it."""

from sayso.link.entities.cards import Card, Ref, Setting, cards
from sayso.link.entities.deciding import Edge, decide
from sayso.link.entities.entities import entities, entity, entity_id
from sayso.link.entities.groups import NOTHING_JUDGED, Group, Judged, groups
from sayso.link.entities.holders import office_keys, with_holders
from sayso.link.entities.keys import keys

__all__ = [
    "NOTHING_JUDGED",
    "Card",
    "Edge",
    "Group",
    "Judged",
    "Ref",
    "Setting",
    "cards",
    "decide",
    "entities",
    "entity",
    "entity_id",
    "groups",
    "keys",
    "office_keys",
    "with_holders",
]

"""Two texts -> what one says of the other: the same, a denial; what it does with a claim."""

from sayso.link.compare.comparer import Compared, Comparer
from sayso.link.compare.relation import Relation, answers, relations

__all__ = ["Compared", "Comparer", "Relation", "answers", "relations"]

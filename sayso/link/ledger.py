"""What linking needs of whatever keeps its nodes, pairs and groups: `sayso.store` has it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Protocol

from sayso.nodes import GroupRow, Member, NewItem, NodeRow, PairRow, RulingRow, Seen, SizeRow
from sayso.records import Article


class Ledger(Protocol):
    """One transaction over what linking keeps; see `sayso.store.linking.ledger.Ledger`."""

    def rules(self) -> set[str]: ...  # noqa: D102
    def unlinked(  # noqa: D102
        self, most: int, *, of_statements: int, without: Collection[int] = ()
    ) -> list[int]: ...
    def seen(self, numbers: Sequence[int]) -> list[Seen]: ...  # noqa: D102
    def article(self, article_id: str) -> Article: ...  # noqa: D102
    def number(self, article_id: str) -> int | None: ...  # noqa: D102
    def mark(self, seen: Iterable[Seen], rules: str) -> None: ...  # noqa: D102
    def forget(self, numbers: Collection[int]) -> None: ...  # noqa: D102

    def add(self, room: str, items: Sequence[NewItem]) -> dict[int, NodeRow]: ...  # noqa: D102
    def items(self, article: int, room: str) -> dict[int, int]: ...  # noqa: D102
    def nodes(self, numbers: Collection[int]) -> dict[int, NodeRow]: ...  # noqa: D102
    def members(  # noqa: D102
        self, nodes: Collection[int], room: str = "", sample: int = 0
    ) -> dict[int, list[Member]]: ...
    def keys(self, nodes: Collection[int]) -> dict[int, tuple[int, ...]]: ...  # noqa: D102
    def sharing(self, room: str, keys: Collection[int]) -> Iterable[tuple[int, int]]: ...  # noqa: D102
    def held(self, room: str, keys: Collection[int]) -> dict[int, int]: ...  # noqa: D102
    def crowded(self, room: str, keys: Collection[int]) -> dict[int, int]: ...  # noqa: D102
    def times(self, room: str) -> set[int]: ...  # noqa: D102
    def large(self, room: str, nodes: Collection[int], more: int) -> dict[int, int]: ...  # noqa: D102
    def referring(self, nodes: Collection[int]) -> dict[str, set[int]]: ...  # noqa: D102

    def pairs_at(self, nodes: Collection[int]) -> list[PairRow]: ...  # noqa: D102
    def joined(self, nodes: Collection[int]) -> Iterable[tuple[int, int]]: ...  # noqa: D102
    def drop_pairs(self, nodes: Collection[int]) -> None: ...  # noqa: D102
    def take_pairs(self, pairs: Collection[tuple[int, int]]) -> None: ...  # noqa: D102
    def add_pairs(self, room: str, pairs: Sequence[PairRow]) -> None: ...  # noqa: D102

    def groups(self, numbers: Collection[int]) -> dict[int, GroupRow]: ...  # noqa: D102
    def group_numbers(self, nodes: Collection[int]) -> dict[int, int]: ...  # noqa: D102
    def nodes_of(self, groups: Collection[int]) -> dict[int, int]: ...  # noqa: D102
    def regroup(self, nodes: Mapping[int, int]) -> None: ...  # noqa: D102
    def put_groups(self, room: str, groups: Sequence[GroupRow]) -> None: ...  # noqa: D102
    def put_sizes(self, room: str, sizes: Sequence[SizeRow]) -> None: ...  # noqa: D102
    def count(  # noqa: D102
        self, room: str, nodes: Collection[int], groups: Collection[int]
    ) -> None: ...
    def drop_groups(self, numbers: Collection[int]) -> None: ...  # noqa: D102
    def take_touched(self, room: str) -> set[int]: ...  # noqa: D102
    def is_touched(self) -> bool: ...  # noqa: D102

    def rulings_at(self, nodes: Collection[int]) -> list[RulingRow]: ...  # noqa: D102
    def rule(self, room: str, rulings: Mapping[str, RulingRow]) -> None: ...  # noqa: D102
    def unrule(self, judgements: Collection[str]) -> set[int]: ...  # noqa: D102
    def judged(self) -> set[str]: ...  # noqa: D102
    def set_judged(self, judgements: Collection[str]) -> None: ...  # noqa: D102

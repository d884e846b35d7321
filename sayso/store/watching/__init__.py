"""What `sayso watch` follows, has noticed and has to tell: tables, and what is asked of them."""

from sayso.store.watching.alerts import Alerts, Fact
from sayso.store.watching.follows import Follows
from sayso.store.watching.rows import Alert, Delivery, HostRow, PageRow, at

__all__ = ["Alert", "Alerts", "Delivery", "Fact", "Follows", "HostRow", "PageRow", "at"]

"""Who may do what with a record that others can reach."""

from dataclasses import dataclass

ROLES = ("reader", "judge", "admin")  # each may do what those before it may
MOST_CHARACTERS = 80  # of a name


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody who may sign in: a name, one of ROLES, and when it was made, in ISO 8601."""

    name: str
    role: str
    since: str

    def may(self, role: str) -> bool:
        """Tell whether the account may do what a role may."""
        return ROLES.index(self.role) >= ROLES.index(role)

"""Two texts -> what one says of the other: the same, a denial, a conflict, nothing."""

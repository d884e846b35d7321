"""Where tokens of a corpus stand without a space between them, when a text is made of them."""

import re

# Closing marks, and the halves of contractions: "n't", "'s", "’ll".
NO_SPACE_BEFORE = re.compile(r"[.,;:!?%)\]}’”…]+|'|n't|'s|'re|'ve|'ll|'d|'m|’\w+|'\w{1,2}")
NO_SPACE_AFTER = frozenset("([{“‘$£€")

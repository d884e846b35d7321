"""Alerts that tests deliver."""

from sayso.store.watching import Alert, Delivery, at

AT = at(2e9)


def alert(number: int = 1) -> Alert:
    """Return an alert with a statement, and words that would do something to a terminal."""
    value = {
        "key": f"denial-{number}",
        "kind": "denial",
        "words": f"“We stay” is denied for the first time: Ada: “No, {number}”",
        "lines": ["claim cl_1: 2 articles, 1 outlet\x1b[2J"],
        "why": "one says that the other is not so",
        "article": {"id": "sha256:" + "0" * 64, "outlet": "Courier", "url": "https://x.example/1"},
        "statements": [
            {
                "speaker": {"name": "Ada"},
                "words": {"source": "Ada", "cue": "said", "content": "“No”"},
                "publisher": "Courier",
                "title": "Talks\r\nBcc: eve@x.example",
            },
            {
                "speaker": None,
                "words": {"source": "she", "cue": "said", "content": "“Yes”"},
                "publisher": None,
                "title": "Talks",
            },
        ],
    }
    return Alert(f"denial-{number}", "denial", value)


def delivery(number: int = 1, *, tries: int = 0) -> Delivery:
    """Return an alert on its way."""
    return Delivery(alert(number), AT, "desk", tries)

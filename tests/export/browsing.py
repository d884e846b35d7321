"""What a browser would make of a page: its text with the elements around each character."""

from html.parser import HTMLParser

Element = tuple[str, dict[str, str]]
VOID = {"br", "hr", "img", "input", "link", "meta"}


class Read(HTMLParser):
    """A page as read; reading fails where an element is not closed in its order."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[Element] = []
        self.tags: list[Element] = []
        self._chars: list[tuple[str, list[Element]]] = []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element, and that it is open."""
        element = (tag, {name: value or "" for name, value in attrs})
        assert len(element[1]) == len(attrs), f"an attribute twice: {attrs}"
        self.tags.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        """Close the innermost element."""
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        """Note characters with the elements around them."""
        around = list(self.open)
        self._chars.extend((char, around) for char in data)

    def characters(self, tag: str) -> list[tuple[str, list[Element]]]:
        """Return the characters inside elements of a name, each with all elements around it."""
        return [(c, around) for c, around in self._chars if tag in [name for name, _ in around]]

    def text(self, tag: str) -> str:
        """Return the text content of all elements of a name."""
        return "".join(char for char, _ in self.characters(tag))

    def all(self, attribute: str) -> list[str]:
        """Return the values of an attribute, in order."""
        return [attrs[attribute] for _, attrs in self.tags if attribute in attrs]

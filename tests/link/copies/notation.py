"""Invented articles for the tests of copies."""

from sayso.link.copies.words import Words, words_of
from sayso.records import Article, Moment

# A story that nobody wrote, told by a reporter but for what is quoted.
STORY = (
    "The ferry to Port Almis stopped running on Tuesday after a crack was seen in its hull, and "
    "some four hundred people spent the night on the quay.",
    "Inspectors of the harbour board said the vessel had last been in dock two winters ago, when "
    "a similar crack was welded shut and nobody was told.",
    "“We slept on our bags and nobody came to say a word to us,” said Lena Orsk, who had come "
    "from the hills with her two sons.",
    "The company that owns the ferry, Velmark Lines, has three others, one of which was sold in "
    "the autumn to a shipyard in Torvesk that has not paid for it.",
    "Buses took the last passengers inland by noon, along a road that the rain had closed twice "
    "since the beginning of the month.",
    "The board will meet on Friday to decide whether the old vessel may sail again before the "
    "spring, and who is to pay for the work.",
)
# Another story, told in other words.
OTHER = (
    "Four hundred travellers were stuck at Port Almis when their boat was taken out of service.",
    "Orsk, a teacher, told a reporter: “We slept on our bags and nobody came to say a word to us.”",
    "The harbour board promised an answer within the week; owners gave no comment.",
    "Schools in the hills stayed shut because several of their teachers had not come home.",
)


def article(*paragraphs: str, publisher: str = "Karsk Beacon", published: str = "") -> Article:
    """Return an article of some paragraphs."""
    moment = Moment(published, published, "day") if published else None
    return Article("\n\n".join(paragraphs), publisher, published=moment, publisher=publisher)


def words(*paragraphs: str, publisher: str = "Karsk Beacon", published: str = "") -> Words:
    """Return the words of an article of some paragraphs."""
    return words_of(article(*paragraphs, publisher=publisher, published=published))

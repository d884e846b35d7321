"""Page furniture, and the sentences that look like it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.read.furniture import furniture_tail, is_furniture

FURNITURE = """
Read more
Read More »
READ MORE
[Read more]
>> Read more
Read more.
Read more: The long war of Karsk
Also read: Vask refuses to resign
READ | Vask refuses to resign
See also: Who holds Karsk?
Related: Why Karsk matters
Related stories
Most read
You may also like
Continue reading
Click here
Click here to read the full story.
Click here for more
Sign up for our newsletter
Sign up here for the daily briefing from the Ledger
Sign up to our breaking news alerts
Subscribe now
Subscribe to our newsletter
Subscribe to The Northern Ledger
Get our best stories straight to your inbox
Follow us on Twitter
Follow @NorthLedger on X
Follow The Northern Ledger on Facebook and X
Join the conversation
Download the Ledger app
ADVERTISEMENT
- Advertisement -
Story continues below advertisement
We use cookies to improve your experience on this site.
Loading…
Share
Share this article
Share on Facebook
Listen to this article
Reading time: 4 minutes
© 2031 The Northern Ledger. All rights reserved.
Copyright 2031 NWA
(c) 2031 NWA
All rights reserved.
Photo: NWA/Lena Orsk
Image source, NWA
Tags: Karsk, Velmark
https://ledger.example/karsk
VIDEO: Vask leaves the hall
Mira Bell/NWA via Getty Images
Ian Orsk / Reuters.
Recommended Stories
Further Reading
Toggle caption
Image 1 of 3
""".strip().splitlines()

SENTENCES = """
Read more books, the minister told the pupils.
Read more slowly, she said.
“Sign up for our newsletter,” the page said.
"Read more"
Sign up or be drafted, the order said.
Click here to pay, the fake message said.
Click here was all that the message said; nobody did.
Advertisement spending fell by 3 per cent in Velmark.
Share prices fell on Friday.
Share the burden, minister tells allies
Shares in the Karsk railway fell by half.
Related party transactions were not disclosed, the auditor said.
Related: the two men are cousins.
Subscribe or lose out, unions told members.
Copyright law in Velmark will change, the minister said.
Follow us into the forest, the commander ordered.
Follow the money, said Orsk.
Photo shows the bridge at Karsk before it fell.
Photos of the dead were shown in parliament.
Image of the bridge was faked, said the ministry.
Video: a soldier is seen crossing the river.
Watch: the minister leaves the hall and speaks.
Watch out for mines, the sign said.
Home rule for Karsk was promised in 2029.
Homes were searched in Karsk.
The story continues to divide Velmark.
The video is not what it seems, said Orsk.
12 comments by the minister angered the opposition.
3 men read the letter.
Comments by the minister were removed.
Tags on the shells showed where they were made.
Support our troops, the banner said.
Print journalists were barred from the hall.
Email records show that Vask knew.
Twitter and Facebook were blocked in Karsk.
Telegram channels carried the order within minutes.
Get the army out of Karsk, protesters shouted.
Search teams found no one.
Join us or leave, he told the crowd.
Register of voters was lost, says Orsk.
Log books were burned, the captain said.
Most read the law as a ban.
Most popular of the three, Vask leads.
Loading docks at the port were hit.
You may also be charged, the court told him.
More news was expected on Saturday.
Trending down, support for the war fell to 40%.
Continue, said the judge.
Learn from us, he told Ostrania.
All rights are reserved to the state, the law says.
By clicking through the files, reporters found the name.
Cookies were served at the talks.
We use cookies, said the baker of Karsk.
X is a bad word, he said.
Topic of the talks was Karsk.
""".strip().splitlines()


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture(line):
    assert is_furniture(line)


@pytest.mark.parametrize("line", SENTENCES)
def test_sentences(line):
    assert not is_furniture(line)
    assert furniture_tail(f"Vask left the hall. {line}") is None


TAILS = {
    "He said no. Read more": "Read more",
    "He said no.Read more »": "Read more »",
    "He said no. [Read more]": "[Read more]",
    "“No,” he said. Click here to subscribe to our newsletter.": (
        "Click here to subscribe to our newsletter."
    ),
    "The end. Sign up for our newsletter. Follow us on X": (
        "Sign up for our newsletter. Follow us on X"
    ),
    "“We stay.” Read more: Who holds Karsk?": "Read more: Who holds Karsk?",
    "Vask said no | Read more": "| Read more",
    "He left. © 2031 NWA. All rights reserved.": "© 2031 NWA. All rights reserved.",
}


@pytest.mark.parametrize(("line", "tail"), TAILS.items())
def test_furniture_after_the_last_sentence(line, tail):
    assert furniture_tail(line).of(line).strip() == tail


@pytest.mark.parametrize(
    "line",
    [
        "He said no. Read more books.",
        "She had one message. Read more.",
        "“Read more.”",
        'She said: "Read more"',
        "He told the pupils to Read more",
        "Read more",
        "",
    ],
)
def test_what_is_said_is_no_tail(line):
    assert furniture_tail(line) is None


@given(st.text(max_size=400))
def test_any_line_can_be_asked_about(line):
    is_furniture(line)
    tail = furniture_tail(line)
    assert tail is None or (0 < tail.start < tail.end <= len(line))

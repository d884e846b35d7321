"""Sentences of an invented dispute, each with one time expression marked, and what it means.

A row is `marked sentence | TYPE | value | start | end`; a dash is no bound. All but those of
`WITHOUT_DATE` are read as published on 2023-03-01, a Wednesday.
"""

DATES = """
Ostrania shut the crossing on <t:March 14, 2014>. | DATE | 2014-03-14 | 2014-03-14 | 2014-03-14
Ostrania shut the crossing on <t:14 March 2014>. | DATE | 2014-03-14 | 2014-03-14 | 2014-03-14
The crossing shut on <t:the 14th of March, 2014>. | DATE | 2014-03-14 | 2014-03-14 | 2014-03-14
Talks opened on <t:Friday, Feb. 17, 2023>. | DATE | 2023-02-17 | 2023-02-17 | 2023-02-17
The envoy arrived on <t:Feb. 3> and left. | DATE | 2023-02-03 | 2023-02-03 | 2023-02-03
The envoy arrived on <t:the 3rd of February>. | DATE | 2023-02-03 | 2023-02-03 | 2023-02-03
The envoy arrived on <t:3 February>. | DATE | 2023-02-03 | 2023-02-03 | 2023-02-03
The envoy will arrive on <t:April 3>. | DATE | 2023-04-03 | 2023-04-03 | 2023-04-03
Karsk voted on <t:December 11>. | DATE | 2022-12-11 | 2022-12-11 | 2022-12-11
The vote was held in <t:September 2014>. | DATE | 2014-09 | 2014-09-01 | 2014-09-30
The vote was held in <t:September of 2014>. | DATE | 2014-09 | 2014-09-01 | 2014-09-30
The vote was held in <t:Feb. 2016>. | DATE | 2016-02 | 2016-02-01 | 2016-02-29
Velmark annexed Karsk in <t:2014>. | DATE | 2014 | 2014-01-01 | 2014-12-31
It rose by <t:late 2014> or so, it claimed in Almis. | DATE | 2014 | - | 2014-12-31
The army moved in <t:early 2009>. | DATE | 2009 | 2009-01-01 | 2009-06-30
The army moved in <t:mid-2011>. | DATE | 2011 | 2011-04-01 | 2011-09-30
The army moved in <t:late May>. | DATE | 2022-05 | 2022-05-16 | 2022-05-31
At <t:the end of 2014> it stopped. | DATE | 2014 | 2014-07-01 | 2014-12-31
The treaty of <t:the beginning of October 2021>, lapsed. | DATE | 2021-10 | 2021-10-01 | 2021-10-16
The order is dated <t:2022-11-05> in the file. | DATE | 2022-11-05 | 2022-11-05 | 2022-11-05
The order is dated <t:7/8/07> in the file. | DATE | 2007-07-08 | 2007-07-08 | 2007-07-08
The order is dated <t:25/12/2019> in the file. | DATE | 2019-12-25 | 2019-12-25 | 2019-12-25
It shuts on <t:March 14-16>. | DATE | 2023-03-14/2023-03-16 | 2023-03-14 | 2023-03-16
The attacks of <t:9/11> changed that. | DATE | 2001-09-11 | 2001-09-11 | 2001-09-11
The war of <t:1980-88> is recalled. | DATE | 1980/1988 | 1980-01-01 | 1988-12-31
It fell on <t:Monday, Dec. 26>. | DATE | 2022-12-26 | 2022-12-26 | 2022-12-26
It fell on <t:June 16th of last year>. | DATE | 2022-06-16 | 2022-06-16 | 2022-06-16
The tower fell in the <t:Sept. 11> attacks. | DATE | 2001-09-11 | 2001-09-11 | 2001-09-11
The pact was signed in <t:nineteen ninety-seven>. | DATE | 1997 | 1997-01-01 | 1997-12-31
It opens in <t:the week of March 6>. | DATE | 2023-W10 | 2023-03-06 | 2023-03-12
They met in <t:the last week of January>. | DATE | 2023-W04 | 2023-01-23 | 2023-01-29
They met at <t:Christmas 2010>. | DATE | 2010-12-25 | 2010-12-25 | 2010-12-25
Shops shut on <t:Easter Monday>. | DATE | 2023-04-10 | 2023-04-10 | 2023-04-10
It had begun <t:last Christmas>. | DATE | 2022-12-25 | 2022-12-25 | 2022-12-25
"""

PERIODS = """
It was founded in <t:the 1990s>. | DATE | 199 | 1990-01-01 | 1999-12-31
It was founded in <t:the early 1990s>. | DATE | 199 | 1990-01-01 | 1994-12-31
It was founded in <t:the late '80s>. | DATE | 198 | 1985-01-01 | 1989-12-31
It was founded in <t:the nineties>. | DATE | 199 | 1990-01-01 | 1999-12-31
A fort of <t:the 19th century> burned. | DATE | 18 | 1800-01-01 | 1899-12-31
It fell in <t:the spring of 2014>. | DATE | 2014-SP | 2014-03-01 | 2014-05-31
It fell in <t:the winter of 2013>. | DATE | 2013-WI | 2013-12-01 | 2014-02-28
It fell in <t:summer 2015>. | DATE | 2015-SU | 2015-06-01 | 2015-08-31
Exports fell in <t:the third quarter of 2014>. | DATE | 2014-Q3 | 2014-07-01 | 2014-09-30
Exports fell in <t:Q2 2020>. | DATE | 2020-Q2 | 2020-04-01 | 2020-06-30
Exports fell in <t:the first half of 2021>. | DATE | 2021-H1 | 2021-01-01 | 2021-06-30
Its <t:fourth-quarter> loss was small. | DATE | 2022-Q4 | 2022-10-01 | 2022-12-31
Exports fell in <t:the third quarter>. | DATE | 2022-Q3 | 2022-07-01 | 2022-09-30
The budget of <t:fiscal 2009> was cut. | DATE | FY2009 | - | -
"""

RELATIVE = """
The minister spoke on <t:Tuesday>. | DATE | 2023-02-28 | 2023-02-28 | 2023-02-28
The minister said <t:Wednesday> it was over. | DATE | 2023-03-01 | 2023-03-01 | 2023-03-01
The ministers will meet on <t:Friday>. | DATE | 2023-03-03 | 2023-03-03 | 2023-03-03
On <t:Friday>, the ministers will meet in Almis. | DATE | 2023-03-03 | 2023-03-03 | 2023-03-03
The talks are due to resume on <t:Monday>. | DATE | 2023-03-06 | 2023-03-06 | 2023-03-06
The court plans to rule <t:Thursday>. | DATE | 2023-03-02 | 2023-03-02 | 2023-03-02
It came hours after <t:Sunday>'s vote. | DATE | 2023-02-26 | 2023-02-26 | 2023-02-26
They met <t:last Friday>. | DATE | 2023-02-24 | 2023-02-24 | 2023-02-24
They met <t:last Wednesday>. | DATE | 2023-02-22 | 2023-02-22 | 2023-02-22
They meet <t:next Wednesday>. | DATE | 2023-03-08 | 2023-03-08 | 2023-03-08
They arrived <t:late Monday>. | DATE | 2023-02-27 | 2023-02-27 | 2023-02-27
They met <t:last September>. | DATE | 2022-09 | 2022-09-01 | 2022-09-30
They meet <t:next September>. | DATE | 2023-09 | 2023-09-01 | 2023-09-30
It was approved in <t:October>. | DATE | 2022-10 | 2022-10-01 | 2022-10-31
It will be approved in <t:October>. | DATE | 2023-10 | 2023-10-01 | 2023-10-31
It was banned in <t:May>. | DATE | 2022-05 | 2022-05-01 | 2022-05-31
Exports will grow <t:next spring>. | DATE | 2024-SP | 2024-03-01 | 2024-05-31
It began <t:last summer>. | DATE | 2022-SU | 2022-06-01 | 2022-08-31
It opens <t:this summer>. | DATE | 2023-SU | 2023-06-01 | 2023-08-31
The bridge reopened <t:today>. | DATE | 2023-03-01 | 2023-03-01 | 2023-03-01
The bridge reopened <t:yesterday>. | DATE | 2023-02-28 | 2023-02-28 | 2023-02-28
The bridge reopens <t:tomorrow>. | DATE | 2023-03-02 | 2023-03-02 | 2023-03-02
The bridge reopened <t:the day before yesterday>. | DATE | 2023-02-27 | 2023-02-27 | 2023-02-27
The bridge reopened <t:earlier today>. | DATE | 2023-03-01 | 2023-03-01 | 2023-03-01
Guards fled <t:last week>. | DATE | 2023-W08 | 2023-02-20 | 2023-02-26
Guards return <t:next week>. | DATE | 2023-W10 | 2023-03-06 | 2023-03-12
Guards fled <t:earlier this month>. | DATE | 2023-03 | 2023-03-01 | 2023-03-01
Guards will return <t:later this year>. | DATE | 2023 | 2023-03-01 | 2023-12-31
Guards fled <t:early last year>. | DATE | 2022 | 2022-01-01 | 2022-06-30
Guards fled <t:last month>. | DATE | 2023-02 | 2023-02-01 | 2023-02-28
It ends at <t:the end of next year>. | DATE | 2024 | 2024-07-01 | 2024-12-31
They met over <t:the weekend>. | DATE | 2023-W08-WE | 2023-02-25 | 2023-02-26
They will meet <t:this weekend>. | DATE | 2023-W09-WE | 2023-03-04 | 2023-03-05
It doubled <t:last quarter>. | DATE | 2022-Q4 | 2022-10-01 | 2022-12-31
It doubled in <t:this year's first quarter>. | DATE | 2023-Q1 | 2023-01-01 | 2023-03-31
It failed in <t:July last year>. | DATE | 2022-07 | 2022-07-01 | 2022-07-31
It begins in <t:October of next year>. | DATE | 2024-10 | 2024-10-01 | 2024-10-31
Karsk was seized <t:two days ago>. | DATE | 2023-02-27 | 2023-02-27 | 2023-02-27
Karsk was seized <t:two weeks ago>. | DATE | 2023-02-15 | 2023-02-15 | 2023-02-15
Karsk was seized <t:six weeks ago>. | DATE | 2023-W03 | 2023-01-16 | 2023-01-22
Karsk was seized <t:three months ago>. | DATE | 2022-12 | 2022-12-01 | 2022-12-31
Karsk was seized <t:nine years ago>. | DATE | 2014 | 2014-01-01 | 2014-12-31
Karsk was seized <t:a decade ago>. | DATE | 2013 | 2013-01-01 | 2013-12-31
Karsk was seized <t:more than 20 years ago>. | DATE | 2003 | 2003-01-01 | 2003-12-31
Karsk was seized <t:several years ago>. | DATE | PAST_REF | - | 2023-03-01
It will end <t:five years from now>. | DATE | 2028 | 2028-01-01 | 2028-12-31
"""

BOUNDS = """
Velmark has held Karsk since <t:2014>. | DATE | 2014 | 2014-01-01 | -
It has been shut since <t:last September>. | DATE | 2022-09 | 2022-09-01 | -
It stays shut until <t:Friday>. | DATE | 2023-03-03 | - | 2023-03-03
It must leave by <t:March 31>. | DATE | 2023-03-31 | - | 2023-03-31
It was quiet before <t:2014>. | DATE | 2014 | - | 2013-12-31
The talks ahead of <t:Friday>'s vote will fail. | DATE | 2023-03-03 | 2023-03-03 | 2023-03-03
It was quiet prior to <t:2014>. | DATE | 2014 | - | 2013-12-31
It rises starting <t:March 6>. | DATE | 2023-03-06 | 2023-03-06 | -
It was shut from 2014 until <t:now>. | DATE | PRESENT_REF | 2014-01-01 | 2023-03-01
It was quiet after <t:March 3, 2022>. | DATE | 2022-03-03 | 2022-03-04 | -
It was shut from <t:May> to June. | DATE | 2022-05 | 2022-05-01 | 2022-06-30
It was shut from May to <t:June>. | DATE | 2022-06 | 2022-05-01 | 2022-06-30
It was shut between <t:2009> and 2011. | DATE | 2009 | 2009-01-01 | 2011-12-31
It was shut between 2009 and <t:2011>. | DATE | 2011 | 2009-01-01 | 2011-12-31
He ruled (<t:1995>-1999) from Almis. | DATE | 1995 | 1995-01-01 | 1999-12-31
"""

CLOCK = """
The blast came at <t:7 p.m. EST Monday>. | TIME | 2023-02-27T19:00 | 2023-02-27 | 2023-02-27
The blast came at <t:18:00 UTC>. | TIME | 2023-03-01T18:00Z | 2023-03-01 | 2023-03-01
On Tuesday, at <t:6:40 a.m.>, a mine blew. | TIME | 2023-02-28T06:40 | 2023-02-28 | 2023-02-28
The truce began at <t:noon Saturday>. | TIME | 2023-02-25T12:00 | 2023-02-25 | 2023-02-25
The truce ended at <t:midnight>. | TIME | 2023-03-01T24:00 | 2023-03-01 | 2023-03-01
They came at <t:4 in the morning>. | TIME | 2023-03-01T04:00 | 2023-03-01 | 2023-03-01
They came at <t:5pm> sharp. | TIME | 2023-03-01T17:00 | 2023-03-01 | 2023-03-01
They came at <t:five o'clock>. | TIME | 2023-03-01T05:00 | 2023-03-01 | 2023-03-01
They came <t:this morning>. | TIME | 2023-03-01TMO | 2023-03-01 | 2023-03-01
They came <t:last night>. | TIME | 2023-02-28TNI | 2023-02-28 | 2023-02-28
They will come <t:tonight>. | TIME | 2023-03-01TNI | 2023-03-01 | 2023-03-01
They came <t:yesterday evening>. | TIME | 2023-02-28TEV | 2023-02-28 | 2023-02-28
They came <t:Friday morning>. | TIME | 2023-02-24TMO | 2023-02-24 | 2023-02-24
They came on <t:the night of March 3, 2022>. | TIME | 2022-03-03TNI | 2022-03-03 | 2022-03-03
They will vote <t:Thursday afternoon>. | TIME | 2023-03-02TAF | 2023-03-02 | 2023-03-02
"""

LENGTHS = """
He was held for <t:hundreds of years>. | DURATION | PXY | - | -
It will last <t:two days>. | DURATION | P2D | - | -
A <t:month-long> truce ended. | DURATION | P1M | - | -
He was held for <t:two years>. | DURATION | P2Y | - | -
He was held for <t:more than two and a half years>. | DURATION | P2Y6M | - | -
He was held for <t:a decade>. | DURATION | P10Y | - | -
He was held for <t:several weeks>. | DURATION | PXW | - | -
He was held for <t:a few days>. | DURATION | PXD | - | -
He was held for <t:30 minutes>. | DURATION | PT30M | - | -
He was held for <t:half an hour>. | DURATION | PT30M | - | -
He was held for <t:at least 72 hours>. | DURATION | PT72H | - | -
He was held for <t:nearly forty-one years>. | DURATION | P41Y | - | -
He was held for <t:a couple of months>. | DURATION | P2M | - | -
He was held for <t:years>. | DURATION | PXY | - | -
A <t:three-year> ban was lifted. | DURATION | P3Y | - | -
A <t:decades-long> feud ended. | DURATION | PXY | - | -
It fell for <t:six straight days>. | DURATION | P6D | - | -
It fell over <t:the past two years>. | DURATION | P2Y | 2021-03-01 | 2023-03-01
It fell over <t:the past year>. | DURATION | P1Y | 2022-03-01 | 2023-03-01
It fell in <t:the last six months>. | DURATION | P6M | 2022-09-01 | 2023-03-01
It will fall over <t:the next four years>. | DURATION | P4Y | 2023-03-01 | 2027-03-01
It fell in <t:recent months>. | DURATION | PXM | - | 2023-03-01
It will fall in <t:the coming weeks>. | DURATION | PXW | 2023-03-01 | -
It fell in <t:the last 24 hours>. | DURATION | PT24H | 2023-02-28 | 2023-03-01
"""

SETS = """
They pray <t:every Friday>. | SET | XXXX-WXX-5 | - | -
They pray on <t:Fridays>. | SET | XXXX-WXX-5 | - | -
They march on <t:Tuesday nights>. | SET | XXXX-WXX-2TNI | - | -
They march <t:every year>. | SET | P1Y | - | -
They march <t:each month>. | SET | P1M | - | -
They march <t:every two weeks>. | SET | P2W | - | -
They march <t:every other day>. | SET | P2D | - | -
They publish <t:daily>. | SET | P1D | - | -
They publish a <t:weekly> list. | SET | P1W | - | -
They meet <t:twice a week>. | SET | P1W | - | -
The mill makes 15 <t:a year>. | SET | P1Y | - | -
They march <t:every May>. | SET | XXXX-05 | - | -
They march <t:every summer>. | SET | XXXX-SU | - | -
"""

REFERENCES = """
Karsk is <t:now> quiet. | DATE | PRESENT_REF | 2023-03-01 | 2023-03-01
Karsk is <t:currently> quiet. | DATE | PRESENT_REF | 2023-03-01 | 2023-03-01
The <t:current> truce holds. | DATE | PRESENT_REF | 2023-03-01 | 2023-03-01
Karsk is quiet at <t:the moment>. | DATE | PRESENT_REF | 2023-03-01 | 2023-03-01
Karsk is quiet for <t:the time being>. | DATE | PRESENT_REF | 2023-03-01 | 2023-03-01
Karsk was <t:recently> quiet. | DATE | PAST_REF | - | 2023-03-01
A <t:recent> poll said so. | DATE | PAST_REF | - | 2023-03-01
It happened in <t:the past>. | DATE | PAST_REF | - | 2023-03-01
He was governor at <t:the time>. | DATE | PAST_REF | - | 2023-03-01
It will happen in <t:the future>. | DATE | FUTURE_REF | 2023-03-01 | -
It will happen in <t:the near future>. | DATE | FUTURE_REF | 2023-03-01 | -
It will happen <t:soon>. | DATE | FUTURE_REF | 2023-03-01 | -
"""

ANAPHORA = """
On May 3, 2014 it fell. It rose <t:the following day>. | DATE | 2014-05-04 | 2014-05-04 | 2014-05-04
On May 3, 2014, it fell. It rose <t:the next day>. | DATE | 2014-05-04 | 2014-05-04 | 2014-05-04
On May 3, 2014, it fell. It rose <t:the same day>. | DATE | 2014-05-03 | 2014-05-03 | 2014-05-03
On May 3, 2014, it fell. It rose <t:that week>. | DATE | 2014-W18 | 2014-04-28 | 2014-05-04
On May 3, 2014, it fell. It rose <t:the previous day>. | DATE | 2014-05-02 | 2014-05-02 | 2014-05-02
On May 3, 2014, it fell. It rose <t:the day before>. | DATE | 2014-05-02 | 2014-05-02 | 2014-05-02
On May 3, 2014, it fell. It rose <t:two days later>. | DATE | 2014-05-05 | 2014-05-05 | 2014-05-05
On May 3, 2014, it fell. It rose <t:a day earlier>. | DATE | 2014-05-02 | 2014-05-02 | 2014-05-02
It fell on May 3, 2014. See <t:the next morning>. | TIME | 2014-05-04TMO | 2014-05-04 | 2014-05-04
It fell in 2014. It rose <t:the same year>. | DATE | 2014 | 2014-01-01 | 2014-12-31
It fell in 2014. It rose <t:the following year>. | DATE | 2015 | 2015-01-01 | 2015-12-31
It fell in 2014. It rose <t:two years later>. | DATE | 2016 | 2016-01-01 | 2016-12-31
It fell in 2014. It rose <t:a year earlier>. | DATE | 2013 | 2013-01-01 | 2013-12-31
It fell in May 2014. It rose <t:the same month>. | DATE | 2014-05 | 2014-05-01 | 2014-05-31
It fell in May 2014. It rose <t:that year>. | DATE | 2014 | 2014-01-01 | 2014-12-31
"""

WEEKS = """
Guards fled <t:a week ago Monday>. | DATE | 2023-02-20 | 2023-02-20 | 2023-02-20
Guards fled <t:three weeks ago on Friday>. | DATE | 2023-02-03 | 2023-02-03 | 2023-02-03
Karsk was quiet <t:a fortnight ago today>. | DATE | 2023-02-15 | 2023-02-15 | 2023-02-15
Karsk was quiet <t:a month ago yesterday>. | DATE | 2023-01-28 | 2023-01-28 | 2023-01-28
It began <t:a year ago on Monday>. | DATE | 2022-02-28 | 2022-02-28 | 2022-02-28
The court will sit on <t:Monday week>. | DATE | 2023-03-13 | 2023-03-13 | 2023-03-13
A verdict is due <t:a week on Friday>. | DATE | 2023-03-10 | 2023-03-10 | 2023-03-10
Talks open <t:two weeks from Sunday>. | DATE | 2023-03-19 | 2023-03-19 | 2023-03-19
They are held for <t:a week> on the hill. | DURATION | P1W | - | -
The court will sit in <t:two weeks>. | DATE | 2023-03-15 | 2023-03-15 | 2023-03-15
The court will sit for <t:two weeks>. | DURATION | P2W | - | -
It was the first in <t:two weeks>. | DURATION | P2W | - | -
It began on <t:the 27th>, guards said. | DATE | 2023-02-27 | 2023-02-27 | 2023-02-27
It will end on <t:the 12th>. | DATE | 2023-03-12 | 2023-03-12 | 2023-03-12
On May 3, 2014, it fell. On <t:the 12th>, it rose. | DATE | 2014-05-12 | 2014-05-12 | 2014-05-12
The order of <t:05-Mar-14> stands. | DATE | 2014-03-05 | 2014-03-05 | 2014-03-05
The order of <t:2014.04.05> stands. | DATE | 2014-04-05 | 2014-04-05 | 2014-04-05
The order of <t:12.05.2014>. | DATE | 2014-05-12 | 2014-05-12 | 2014-05-12
"""

TABLES = (DATES, PERIODS, RELATIVE, BOUNDS, CLOCK, LENGTHS, SETS, REFERENCES, ANAPHORA, WEEKS)
SENTENCES = [row.partition(" | ")[0] for table in TABLES for row in table.strip().split("\n")]

# The same words where no publication date is known: nothing is taken from today's date.
WITHOUT_DATE = """
The minister spoke on <t:Tuesday>. | DATE | XXXX-WXX-2 | - | -
The envoy arrived on <t:Feb. 3> and left. | DATE | XXXX-02-03 | - | -
It was approved in <t:October>. | DATE | XXXX-10 | - | -
The bridge reopened <t:today>. | DATE | | - | -
Guards fled <t:last week>. | DATE | XXXX-WXX | - | -
Guards fled <t:last year>. | DATE | XXXX | - | -
Karsk was seized <t:two days ago>. | DATE | XXXX-XX-XX | - | -
They came at <t:5pm> sharp. | TIME | XXXX-XX-XXT17:00 | - | -
They came <t:Friday morning>. | TIME | XXXX-WXX-5TMO | - | -
It fell over <t:the past two years>. | DURATION | P2Y | - | -
Karsk is <t:now> quiet. | DATE | PRESENT_REF | - | -
Karsk was <t:recently> quiet. | DATE | PAST_REF | - | -
Exports fell in <t:the third quarter>. | DATE | XXXX-Q3 | - | -
It began <t:last summer>. | DATE | XXXX-SU | - | -
Velmark has held Karsk since <t:2014>. | DATE | 2014 | 2014-01-01 | -
The vote was held in <t:September 2014>. | DATE | 2014-09 | 2014-09-01 | 2014-09-30
On May 3, 2014 it fell. It rose <t:the following day>. | DATE | 2014-05-04 | 2014-05-04 | 2014-05-04
It fell in 2014. It rose <t:two years later>. | DATE | 2016 | 2016-01-01 | 2016-12-31
It rose <t:the following day>. | DATE | XXXX-XX-XX | - | -
It fell <t:last September>. September 2022 was wet. | DATE | 2022-09 | 2022-09-01 | 2022-09-30
On September 3, 2022, it fell. It rose <t:Sept. 9>. | DATE | 2022-09-09 | 2022-09-09 | 2022-09-09
It fell in <t:September>, not as in September 2021 or September 2022. | DATE | XXXX-09 | - | -
It rose on <t:February 29>. February 2022 was wet. | DATE | XXXX-02-29 | - | -
It fell in <t:September>, not as in May 2021. | DATE | XXXX-09 | - | -
They march <t:every May>, since May 2021. | SET | XXXX-05 | - | -
"""

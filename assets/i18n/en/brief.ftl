# The brief: internal and the client's copy.
brief-title = Brief: { $client }
brief-client-title = { $client }: for our meeting
brief-client-bank = The bank
brief-visit = Visit: { $visit }
brief-purpose = Purpose: { $purpose }
brief-as_of = As of { $date }
brief-manager = Manager: { $name }
brief-who_decides = Decides: { $who }
brief-need_first = The need that matters most: { $need }
brief-we_are_late = We are late: { $text } ({ $late })
brief-we_want = From this meeting we want: { $goal }
brief-last_met = last met
brief-proposed = Proposed
brief-promises_and_problems = Promises and problems
brief-problem = Problem: { $title }
brief-the_offer = The offer

"""Courses of events for the tests of what is told of them: one with everything a timeline can hold, and one whose every text is markup."""

from __future__ import annotations

from functools import cache

import clausekit
from clausekit.pipeline.simulation import Simulation

TREATY = """\
treaty "Treaty of the Strait".
party Alba "the Republic of Alba". party Brena. party Corva.
guarantor Dorn. guarantor Elgar.
body Strait Commission means Alba and Brena.

action report as "report". action pay in crowns. action open the strait as "opening of the strait". action mine the strait.
action patrol. action assist as "assistance". action sweep mines "sweep the strait of mines" as "sweeping of mines".
event raid. event storm. status alarm. measure tolls in crowns.

article 1 "Duties"
  opening: Alba shall open the strait within 10 days.
  no mines: Each Party shall not mine the strait.
  reports: Strait Commission shall report every 3 months.
  payment: If raid on any Party as victim, then the Guarantors jointly shall pay to victim of at least 100 crowns within 20 days.
  sweeping: If raid, then the Guarantors jointly and severally shall sweep mines within 5 days.
  help: If raid on any Party as victim, then each other Party shall assist victim within 10 days,
    failing which any Guarantor may suspend article 2.
  hope: Each Guarantor should patrol within 30 days.
  visits: If storm, then any Party may patrol within 10 days.

article 2 "Passage"
  passage: If alarm, then each Party shall patrol within 5 days.

article 3 "End"
  leaving: Any Party may withdraw with 3 months notice.

scenario "A raid"
  in force from 2026-03-01.
  on 2026-03-05: opening of the strait by Alba.
  on 2026-03-10 at 14:00: raid by Corva on Brena.
  on 2026-03-12: sweeping of mines by Elgar.
  on 2026-03-15: pay by Dorn to Brena of 60 crowns.
  on 2026-03-18: assistance of Brena by Alba.
  on 2026-03-20: mine the strait by Brena.
  on 2026-03-25: alarm begins.
  on 2026-04-02: tolls are 5.
  on 2026-04-05: withdrawal by Corva.
  on 2026-04-20: alarm ends.
  then on 2026-04-30: clause payment is violated.
  then on 2026-04-30: this treaty is in force for Corva.
"""

MARKUP = """\
treaty "Treaty <b>of</b> ‘Alba’ & Brena's ]]> %s {{x}}" short "=1+1 <b>&amp;</b>".
party Alba. party Brena.
action pay "pay <script>alert(1)</script> & more </title></svg> ]]>" as "payment".
action report "=HYPERLINK(http://example.org)" as "report".
event call.
article 1 "<i>Duties</i>"
  debt: If call, then Alba shall pay within 10 days.
  account: Brena shall report within 20 days.
scenario "<script>alert(2)</script> & ]]> <!-- -->"
  in force from 2026-03-01.
  on 2026-03-02: call.
  then on 2026-03-03: clause debt is active.
  then on 2026-03-20: clause debt is fulfilled.
expect "<b>&]]>": never payment.
"""


@cache
def raid() -> Simulation:
    """Something of everything."""
    return clausekit.simulate(clausekit.parse(TREATY), scenario="A raid")


@cache
def markup() -> Simulation:
    """Texts that would break any format that took them for its own."""
    return clausekit.simulate(clausekit.parse(MARKUP), scenario="<script>alert(2)</script> & ]]> <!-- -->")

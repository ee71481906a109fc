"""Sentences of the life of treaties, of recognition and records, and of amounts, votes and times that are more than a number or a day."""

NEW_SAMPLES = """
  this treaty enters into force for France on signature 30 days after ratification by at least 3 Parties having at least 55 percent of emissions,
    unless objection by Poland.
  article 5 and annex A are extended by up to 2 years for Ukraine and Poland on request by Ukraine with the consent of Council, provided that breach.
  Armed attack on any Party as victim in the Buffer Zone counts as breach of article 5 on each other Party while ceasefire, and this treaty ceases.
  Each landing of troops does not count as 1 naval vessels subject to Charter understanding by Poland "so it says".
  Deploy forces by France of any Party counts as 2 troops.
  amendments to article 5 and article 12 are adopted by two thirds of the Parties and bind those that accept them before signature.
  amendments are adopted by Qualified Majority and bind all Parties understanding by Norway "only those" understanding by France or Poland "all of them".
  this treaty is open for accession to any State from entry into force invited by the Parties acting by unanimity until 2030-01-01.
  article 12 is open for signature by Norway, failing which article 5 applies provisionally for Norway, failing which the Parties recognise that breach.
  If request by Poland, then clause response applies only between Ukraine and Poland on the later of breach and 3 months after request,
    and article 5 does not apply at the same time as armed attack, and France shall act.
  clause response survives entry into force, and clause response prevails over article 51 of Charter.
  this treaty replaces Former Treaty for each Party as member on the first day of the sixth month after ratification by member.
  Each Party other than Poland acting by consensus declares that ceasefire and if not breach or if emissions exceed 25 percent of emissions rounded up
    at all times, unless request.
  The Guarantors severally recognise that armed attack on France counts as breach, without prejudice to article 5 of Charter.
  No Party acknowledges that breach does not count as armed attack by Poland understanding by Poland "not so".
  France and Poland jointly or severally unstated assure article 5 in favour of Ukraine understanding by France "in part".
  Poland intends to uphold Territory within an unstated period.
  Each Party shall ensure that heavy weapons in the Buffer Zone are at most the smaller of 200 weapons and one third of emissions rounded down,
    and that not armed attack by Poland, and that threat level of that Party is low, at all times.
  France shall ensure that breach within 30 days.
  30 percent of the Parties including Ukraine and Poland may withdraw with 3 months notice to Norway and Council in accordance with article 5 of Charter
    at any time.
  A majority of the European Allies including France acting by 55 percent of the Parties shall begin deploy forces of 25 percent of emissions
    from 7 years after breach until 91 days after request by Ukraine.
  Poland acting by at least 3 European Allies shall complete impose sanctions on behalf of France where possible subsidiarily,
    unless already armed attack or if heavy weapons of France are its previous emissions plus 20 troops minus the larger of 5 percent of emissions and 3.
  France shall act exactly 4 years after breach, and shall consult indefinitely, and shall notify Council for the sole purpose of peace
    with a statement of reasons for each occurrence in accordance with international law.
  Poland shall notify on 2027-03-01 at 12:30 +05:30 for at least 10 days at least 2 times every 3 months at most 5 times in all.
  Poland shall notify at any time before signature, and may notify at any time until 2029-01-01 at 00:00 UTC.
  If armed attack before breach or if request 3 months before signature or if landing of troops after signature, then France shall assist.
  If breach as alleged by Poland on each Party in the opinion of that Party and if completion of deploy forces of any State, then France shall assist Ukraine.
  When beginning of impose sanctions by France, France shall assist Ukraine from 2027-01-01.
  Poland shall act subject to Charter, and shall consult in accordance with Climate Convention.
  reservation by France and Poland to article 5 and paragraph 1 of article 12: excluded understanding by Ukraine "no".
  objection by Poland to the reservation by France opposing entry into force: "We object.".
  declaration by Norway to article 5: "We declare.".
  text "Free words." understanding by France "freely".
"""

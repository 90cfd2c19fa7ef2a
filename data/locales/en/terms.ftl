### Words for the closed classes of the record: event types, statuses, parts, areas, relations, topics.
### Keys are the ids of the wire contract. Origin: own wording; licence MIT OR Apache-2.0.

## Event types
event-MEET = Meeting
event-VISIT = Visit
event-CALL = Telephone call
event-SIGN = Signing
event-AGREE = Agreement
event-STATEMENT = Statement
event-APPEAL = Appeal
event-CREDENTIALS = Credentials
event-MESSAGE = Message
event-INVITE = Invitation
event-HOST = Hosting
event-AID = Aid
event-COOPERATE = Cooperation
event-MEDIATE = Mediation
event-SANCTION = Sanctions
event-EXPEL = Expulsion
event-RECALL = Recall or lowering of relations
event-SUMMON = Summons to the ministry
event-THREATEN = Threat
event-FORCE = Use of force

## Modes of an event
mode-reception = reception
mode-talks = talks
mode-phone = by telephone
mode-video = by video link
mode-session = session of a joint committee
mode-consultations = consultations
mode-margins = on the margins of a gathering
mode-multilateral = multilateral meeting
mode-welcome = welcome at the airport
mode-farewell = farewell at the airport
mode-letter = letter
mode-cable = cable
mode-negotiation = negotiation

## Statuses of an event
status-happened = took place
status-planned = planned
status-postponed = postponed or called off
status-denied = denied
status-hypothetical = possible

## Parts of a side, roles of a participant
part-host = host
part-guest = guest
part-actor = acting side
part-recipient = receiving side
part-party = party
role-principal = head of the side
role-attendee = attendee
role-signatory = signatory
acting = acting
former = former

## Areas of a relation
area-politics = Politics
area-economy = Economy
area-trade = Trade
area-security = Security
area-energy = Energy
area-mobility = Tourism and travel
area-culture = Culture and religion
area-education = Education
area-technology = Technology
area-environment = Environment and agriculture
area-consular = Consular and humanitarian
area-other = Other areas

## Relations of a claim
relation-level = level
relation-trend = trend
relation-compare = comparison
relation-exists = existence
relation-first = first of its kind
relation-rank = rank
relation-planned = plan
relation-aim = aim or description
direction-up = rising
direction-down = falling

## Topics
topic-security = security
topic-economy = economy
topic-trade = trade
topic-politics = politics
topic-tourism = tourism
topic-culture = culture
topic-energy = energy
topic-education = education
topic-health = health
topic-transport = transport
topic-environment = environment
topic-technology = technology
topic-humanitarian = humanitarian affairs
topic-military = military affairs
topic-legal = legal affairs

## Documents between parties
agreement-treaty = treaty
agreement-agreement = agreement
agreement-memorandum = memorandum of understanding
agreement-protocol = protocol
agreement-programme = programme
agreement-statement = joint statement
agreement-contract = contract
agreement-declaration = declaration
agreement-convention = convention
agreement-roadmap = road map
agreement-plan = plan
agreement-document = document
agreement-status-discussed = discussed
agreement-status-signed = signed
agreement-status-ratified = ratified
agreement-status-in-force = in force
agreement-status-done = carried out

## Verdicts on claims
verdict-supported = supported
verdict-partly = partly
verdict-contradicted = contradicted
verdict-not-checkable = not checkable
verdict-not-a-claim = not a claim of fact
verdict-unchecked = not checked

## Languages, by their own names
lang-ar = العربية
lang-en = English
lang-ru = Русский
lang-kk = Қазақша

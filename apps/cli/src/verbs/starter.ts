/** The files of a new process, by path. `today` is YYYY-MM-DD. Side A and Side B stand for the parties. */
export function starterFiles(today: string): ReadonlyMap<string, string> {
  return new Map([
    ["process.yaml", processFile(today)],
    ["texts/draft.md", draftFile(today)],
    ["readings/draft.yaml", readingFile(today)],
    ["positions.yaml", positionsFile(today)],
    ["record.yaml", recordFile(today)],
  ]);
}

const processFile = (
  today: string,
) => `# What this process is, who takes part in it, and which texts and sources it rests on.
# A line that begins with # is a comment. Change what stands here, then run “parley check” on this folder.
process: my-process
title: My process
notice: A process to start from. Replace every name and every word.
zone: UTC                      # days are counted in this time zone
as-of: ${today}              # questions are answered as of this day unless you ask for another
room: mediation-team           # who may read what names no room of its own
basis: draft                   # the text on which talks are held

rooms:
  - { id: mediation-team, name: Mediation team only }
  - { id: public, name: Public }

parties:                       # a signatory is a party whose consent is needed
  - { id: side-a, name: Side A, role: party, signatory: true }
  - { id: side-b, name: Side B, role: party, signatory: true }
  - { id: mediator, name: The mediator, role: mediator }

speakers:                      # mandate: principal, negotiator, faction, anonymous, alleged or none
  - { id: head-a, name: Head of delegation of Side A, for: side-a, mandate: principal }
  - { id: head-b, name: Head of delegation of Side B, for: side-b, mandate: principal }

texts:                         # every text in texts/ is listed here, with its day and its drafter
  - { id: draft, file: texts/draft.md, kind: draft, name: First draft, by: mediator, tabled: ${today}, source: own-notes }

provisions:                    # short names for tables
  ceasefire: Ceasefire
  ceasefire-start: Start of the ceasefire

events:                        # the moments of the timetable
  agreement-signed: the agreement is signed
  ceasefire-starts: the ceasefire starts

sources:                       # grade: official, party, press, unverified or assessed
  - { id: own-notes, outlet: Own notes, published: ${today}, grade: unverified }
`;

const draftFile = (today: string) => `---
title: First draft
drafter: mediator
stage: discussion draft
date: ${today}
parties: [side-a, side-b]
language: en
---

# Part One. Ceasefire {#part-one}

1. Side A and Side B stop fighting within [{#a-day} 24 hours | {#three-days} 72 hours]{#ceasefire-start} of signature. {#ceasefire}

2. The ceasefire holds on all land, in the air and on all waters of the country. {#area}

3. The ceasefire prohibits attacks, the laying of mines and the reinforcement of forces. It permits unarmed supply, medical evacuation, humanitarian aid, police work and self-defence. {#acts}

4. The mediator monitors the ceasefire. A dispute about a breach is brought to the mediator, who answers it in writing. {#monitoring}
`;

const readingFile = (
  today: string,
) => `# What somebody takes the text to require. It quotes the words it rests on, and the text prevails, always.
reader: mediator
of: texts/draft.md
on: ${today}

events:
  - { id: agreement-signed, means: both sides have signed }

commitments:
  - id: stop-fighting
    provision: ceasefire
    words: stop fighting
    by: [side-a, side-b]
    to: [side-a, side-b]
    shall: stop fighting
    from: agreement-signed
    due: agreement-signed + 72 hours
    event: ceasefire-starts
    verified-by: mediator
    otherwise: not stated

ceasefire:                     # six points; write “not stated” where the text is silent
  provision: ceasefire
  words: stop fighting
  starts: 24 or 72 hours after signature
  area: all land, the air and all waters of the country
  prohibited: attacks, the laying of mines, the reinforcement of forces
  permitted: unarmed supply, medical evacuation, humanitarian aid, police work, self-defence
  monitored-by: mediator
  disputes: brought to the mediator, who answers in writing
`;

const positionsFile = (
  today: string,
) => `# Who said what, about what, on which day, and where it was published. Silence is no entry and never consent.
# stance: red line, rejects, reserves, under review, accepts if, accepts or prefers
positions:
  - id: side-a-start
    by: head-a
    said: ${today}
    about: { option: ceasefire-start=a-day }   # or { provision: … }, { version: … }, { subject: … }
    stance: prefers
    words: In our own words, what was said.
    sources: [own-notes]
`;

const recordFile = (
  today: string,
) => `# What happened, dated and sourced. type: happened, announced, alleged, found or noted
record:
  - id: draft-handed-over
    type: happened
    on: ${today}
    by: mediator
    says: The mediator hands the first draft to both sides.
    sources: [own-notes]
`;

/** Why somebody did not get a lead. The first group could not; the second could, and somebody else was chosen. */
export const WHY_NOT = [
  ...(['left', 'role', 'asked-already', 'paused', 'away', 'vacation', 'off-hours', 'in-appointment'] as const),
  ...(['not-covering', 'price-band', 'full', 'had-share'] as const),
  ...(['other-turn', 'lower-score', 'other-drawn', 'after-another'] as const),
] as const
export type WhyNot = (typeof WHY_NOT)[number]
/** To the agent: "You did not get it: …". */
export const WHY_NOT_YOURS: Record<WhyNot, string> = {
  left: 'you were not working here any more',
  role: 'your role takes no leads from a group',
  'asked-already': 'you had been asked for it before',
  paused: 'you were paused',
  away: 'you had set yourself to away, or were set to away after missed offers',
  vacation: 'it came in your vacation',
  'off-hours': 'it came outside of your working hours',
  'in-appointment': 'you were in an appointment, and it waited for an answer within minutes',
  'not-covering': 'the home is outside of the towns, zips and areas that you cover',
  'price-band': 'the price is outside of the band that you take',
  full: 'you had as many open leads as you want to have',
  'had-share': 'you had more than twice an even share of the last 30 days, so others went first',
  'other-turn': "you could have had it, and it was somebody else's turn",
  'lower-score': 'you could have had it, and somebody else had more points',
  'other-drawn': 'you could have had it, and the draw by shares fell to somebody else',
  'after-another': 'you could have had it, and somebody stood before you in the order',
}
/** About somebody else: "Ann Lee: …". */
export const WHY_NOT_SAID: Record<WhyNot, string> = {
  left: 'has left',
  role: 'has a role that takes no leads from a group',
  'asked-already': 'was asked before',
  paused: 'is paused',
  away: 'is away',
  vacation: 'is on vacation',
  'off-hours': 'is not working at this hour',
  'in-appointment': 'is in an appointment',
  'not-covering': 'does not cover the place',
  'price-band': 'does not take this price',
  full: 'has as many open leads as they want',
  'had-share': 'had more than twice an even share of the last 30 days',
  'other-turn': "could have had it; it was somebody else's turn",
  'lower-score': 'could have had it; somebody else had more points',
  'other-drawn': 'could have had it; the draw fell to somebody else',
  'after-another': 'could have had it; somebody stood before them',
}

export const TERMS = ['area', 'price', 'load', 'record', 'rest'] as const
export type TermName = (typeof TERMS)[number]
/** What each part of a score is for, and how many points it can bring. */
export const TERM_WORDS: Record<TermName, { label: string; most: number; says: string }> = {
  area: { label: 'Knows the place', most: 20, says: '20 when the place is among those they cover by name' },
  price: { label: 'Price band', most: 10, says: '10 when the price lies in a band they have set' },
  load: { label: 'Room for it', most: 30, says: '30 with no open lead, less with each one' },
  record: {
    label: 'Answers offers',
    most: 30,
    says: 'the share of offers of 90 days that they accepted or passed; a pass counts as an answer',
  },
  rest: { label: 'Waited longest', most: 10, says: '10 for a week without a lead, less when the last one is fresh' },
}
/** The cap of the score, in words. */
export const CAP_SAID =
  'However good the record: who took more than twice an even share of the last 30 days stands back until the others have caught up. What they passed or missed does not count, and three leads are always allowed.'

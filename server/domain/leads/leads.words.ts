/** Why an inquiry went to this agent: the first of them that holds. */
export const BECAUSE = [
  ...(['relationship', 'named-by-source', 'listing-agent', 'town-office', 'rule', 'default'] as const),
  ...(['claimed', 'pond', 'by-hand', 'worked', 'old-system'] as const),
] as const
export type Because = (typeof BECAUSE)[number]

/** The same after the agent's name: "Ann Lee, because …". */
export const BECAUSE_SAID: Record<Because, string> = {
  relationship: 'they know each other',
  'listing-agent': 'it is their listing',
  'town-office': "their office covers the home's town",
  'named-by-source': 'the source named them',
  rule: 'a rule chose them',
  default: 'nobody else is meant for it',
  claimed: 'they took it when it was offered',
  pond: 'they took it out of the pond',
  'by-hand': 'it was given to them by hand',
  worked: 'they had reached out already',
  'old-system': 'the old system gave it to them',
}

/** The same to the agent: "You get it because …". */
export const BECAUSE_YOURS: Record<Because, string> = {
  relationship: 'they are in your book',
  'listing-agent': 'it is your listing',
  'town-office': "your office covers the home's town",
  'named-by-source': 'the source named you',
  rule: 'a rule chose you',
  default: 'nobody else is meant for it',
  claimed: 'you took it',
  pond: 'you took it out of the pond',
  'by-hand': 'it was given to you by hand',
  worked: 'you had reached out already',
  'old-system': 'the old system gave it to you',
}

export const INQUIRY_KINDS = ['Question', 'Showing'] as const
/** Every kind that the inbox shows. */
export const LEAD_KINDS = ['Question', 'Showing', 'SignUp', 'General'] as const
export type LeadKind = (typeof LEAD_KINDS)[number]

/** What somebody did, as the inbox and the timeline tell it. */
export const KIND_SAID: Record<LeadKind, string> = {
  Question: 'Asked a question',
  Showing: 'Wants to see it',
  SignUp: 'Signed up for alerts',
  General: 'Got in touch',
}

/** Where a contact came from, when they came by themselves. */
export const SOURCE_OF: Record<LeadKind, string> = {
  Question: 'Asked about a home on our pages',
  Showing: 'Asked to see a home on our pages',
  SignUp: 'Signed up for alerts on our pages',
  General: 'Got in touch',
}

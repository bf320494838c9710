import type { Role } from '#server/generated/prisma/enums.ts'

/** What people call the roles, and what each is for. */
export const roleWords = {
  owner: { name: 'Owner', purpose: 'Runs the firm: everything, and who else is an owner.' },
  admin: { name: 'Admin', purpose: 'People, offices, settings and operations of the whole firm.' },
  manager: { name: 'Manager', purpose: 'The people and contacts of one office.' },
  teamLead: { name: 'Team lead', purpose: 'The contacts of a team.' },
  agent: { name: 'Agent', purpose: 'Their own contacts.' },
  assistant: { name: 'Assistant', purpose: 'The contacts of the agent they work for.' },
} as const satisfies Record<Role, { name: string; purpose: string }>

export type PersonStatus = 'active' | 'invited' | 'noAccess' | 'removed'

export const personStatusWords = {
  active: 'Active',
  invited: 'Invited',
  noAccess: 'No access yet',
  removed: 'Removed',
} as const satisfies Record<PersonStatus, string>

/** The same for an unknown account, a wrong password and too many tries: whoever guesses learns nothing. */
export const signInRefused =
  'That e-mail and password do not match, or there were too many tries. Check both, or wait 15 minutes and try again.'

export const linkIsOver = 'This link was used already, or its time is over. Ask for a new one.'

export const resetOnItsWay =
  'If somebody works here under that address, a link to set a new password is on its way. It is good for an hour.'

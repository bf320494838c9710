/** What stands beside the button of a sign-up: what they agree to. */
export const SIGN_UP_CONSENT =
  'Mail me homes that fit this search. I can change or stop the mails at any time, by a link in each of them.'
/** What stands beside the box of an inquiry, which is never ticked beforehand. */
export const LIKE_THIS_CONSENT = 'Tell me about homes like this one, by mail. I can stop it at any time.'

/** How an agent knows that somebody wants alerts. */
export const AGENT_STATEMENTS = [
  'They asked me to',
  'They asked me on the phone',
  'They asked me in writing',
  'They asked me when we met',
] as const
export type AgentStatement = (typeof AGENT_STATEMENTS)[number]

type Source = 'DoubleOptIn' | 'Inquiry' | 'AgentStatement' | 'LegacyImport'
type Given = { source: Source; consentedAt: Date; consentText: string; statedBy: string | null }

const day = new Intl.DateTimeFormat('en-US', {
  ...{ day: 'numeric', month: 'short', year: 'numeric' },
  timeZone: 'America/New_York',
})
const consentDay = (at: Date) => day.format(at)

/** "Asked for it on May 3, 2026, and confirmed it from their own address": for whoever may see the search. */
export function consentInWords({ source, consentedAt, consentText, statedBy }: Given): string {
  const on = consentDay(consentedAt)
  switch (source) {
    case 'DoubleOptIn':
      return `Asked for it on ${on}, and confirmed it by a link in a mail to their address`
    case 'Inquiry':
      return `Asked for it on ${on}, when they asked about a home`
    case 'AgentStatement':
      return `“${consentText}”, says ${statedBy ?? 'an agent who has left'}, ${on}`
    case 'LegacyImport':
      return `Came over from the old system; it was set up there on ${on}`
  }
}

/** The same to the person themselves, in the portal. */
export function consentToThem({ source, consentedAt, statedBy }: Omit<Given, 'consentText'>): string {
  const on = consentDay(consentedAt)
  switch (source) {
    case 'DoubleOptIn':
      return `You asked for it on ${on}, on our pages, and confirmed it by mail.`
    case 'Inquiry':
      return `You asked for it on ${on}, when you asked about a home.`
    case 'AgentStatement':
      return `${statedBy ?? 'Your agent'} set it up on ${on}, because you asked for it.`
    case 'LegacyImport':
      return `It was set up for you on ${on}.`
  }
}

/** In the first mail of a search that began with a ticked box: keep, change or stop. */
export const askedOnceInWords = (name: string, consentedAt: Date) =>
  `You asked on ${consentDay(consentedAt)} to hear of homes like the one you wrote to us about: “${name}”. To keep it, do nothing. To change or stop it, use the link at the foot of this mail. We ask this once.`

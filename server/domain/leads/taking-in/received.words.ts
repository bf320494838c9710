import type { LeadKind } from '../leads.words.ts'

const MOST = 160

type Received = { kind: LeadKind; message: string | null; street: string | null }

const shortened = (text: string) => {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > MOST ? `${line.slice(0, MOST - 1)}…` : line
}

/** 'Asked about 12 Oak Street: "Is the dock deep enough?"', for the timeline. */
export function receivedInWords({ kind, message, street }: Received): string {
  if (kind === 'SignUp') return `Signed up for alerts: ${shortened(message ?? 'homes')}`
  const home = street ?? 'a home'
  const what = kind === 'General' ? 'Got in touch' : kind === 'Showing' ? `Wants to see ${home}` : `Asked about ${home}`
  return message ? `${what}: “${shortened(message)}”` : what
}

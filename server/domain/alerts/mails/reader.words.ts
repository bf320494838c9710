import type { AlertMailView } from './alert-mail.view.ts'
import type { PlannedMatch } from './planned-mail.queries.ts'
import type { Reader } from './reader.ts'

/** A line of a mail with what its reader is to it. */
export type Read = Pick<PlannedMatch, 'search'> & { reader: Reader }

const list = new Intl.ListFormat('en-US', { type: 'conjunction' })
const once = (words: readonly string[]) => [...new Set(words)]

const clientsOf = (lines: readonly Read[], as: Reader['as']) =>
  once(lines.flatMap(({ reader, search }) => (reader.as === as ? [search.contact.fullName] : [])))

/** "You get a copy of what Ann Rivers gets." Null where nothing is a copy. */
export function copyInWords(lines: readonly Read[]): string | null {
  const clients = clientsOf(lines, 'copy')
  if (clients.length === 0) return null
  return `You get a copy of what ${list.format(clients)} ${clients.length === 1 ? 'gets' : 'get'}.`
}

/** "Ada Lowell added you to “Beach house”, a home search of Ann Rivers." Of searches that no mail has told of before. */
export function introductions(lines: readonly Read[], toldBefore: ReadonlySet<string>): string[] {
  return once(
    lines.flatMap(({ reader, search }) => {
      if (reader.as !== 'further' || toldBefore.has(search.id)) return []
      const who = reader.addedBy ?? search.contact.agent.fullName
      return [`${who} added you to “${search.name}”, a home search of ${search.contact.fullName}.`]
    }),
  )
}

type WayOut = AlertMailView['wayOut']

/** Why they get it, and how they stop it: a copy is switched off in the alert, and has no way out that is the client's. */
export function wayOutOf(lines: readonly Read[], appUrl: string, token: string): WayOut {
  const [copied] = lines
  if (copied && lines.every(({ reader }) => reader.as === 'copy')) {
    const url = `${appUrl}/alerts/${copied.search.id}`
    return { because: 'You get this because you read along.', words: 'Switch the copies off in the alert', url }
  }
  const isOwn = lines.some(({ reader }) => reader.as === 'person')
  return {
    because: isOwn
      ? 'You get this because a home search was set up for you.'
      : `You get this because you were added to a home search of ${list.format(clientsOf(lines, 'further'))}.`,
    words: 'Choose what you get, or stop these mails',
    url: `${appUrl}/preferences/${token}?show=searches`,
  }
}

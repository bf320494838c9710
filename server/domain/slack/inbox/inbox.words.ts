import type { Card } from '../card.schema.ts'

/** A card of words alone. */
export const asCard = (text: string): Card => ({ text, parts: [{ kind: 'text', markdown: text }] })

/** Nothing was kept, and it is said so. */
export const tryAgainCard = (kind: 'press' | 'command'): Card =>
  asCard(
    kind === 'press'
      ? 'Palmetto is slow at the moment and did not take this. Press it again in a minute.'
      : 'Palmetto is slow at the moment and did not take this. Send it again in a minute.',
  )

export const strangerCard = asCard(
  'Your e-mail address in Slack is not one that Palmetto knows. Ask an admin to set it right under Settings, Slack.',
)
/** A button that we no longer know, or one that was tampered with. */
export const oldButton = { say: asCard('This button belongs to an older message. Open Palmetto to see how it stands.') }

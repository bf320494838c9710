import { BUILT_IN_LINES } from '#server/domain/leads/routing/lines.words.ts'
import { METHOD_WORDS } from '#server/domain/leads/routing/routing.words.ts'
import type { Decision } from '../_queries.ts'

/** How a line chooses: "round robin: whose turn was longest ago". */
export function methodInWords(method: Decision['method']): string {
  if (method === 'relationship') return BUILT_IN_LINES.relationship.says
  if (method === 'named-by-source') return BUILT_IN_LINES.named.says
  const { label, says } = METHOD_WORDS[method]
  return `${label}: ${says}.`
}

const list = new Intl.ListFormat('en-US', { style: 'long', type: 'conjunction' })

/** What was decided: "Ann Lee is asked first, and has 5 minutes." */
export function outcomeInWords({ outcome, offerMinutes }: Pick<Decision, 'outcome' | 'offerMinutes'>): string {
  const names = list.format(outcome.names)
  const time = `${offerMinutes} ${offerMinutes === 1 ? 'minute' : 'minutes'}`
  switch (outcome.kind) {
    case 'assign':
      return `${names} has it at once.`
    case 'offer':
      return `${names} is asked, and has ${time}.`
    case 'offer-all':
      return `${outcome.names.length > 4 ? `${outcome.names.length} agents` : names} are asked at once for ${time}; the first has it.`
    case 'pond':
      return `It goes into ${names}: whoever has time takes it.`
  }
}

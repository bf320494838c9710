import type { Card } from '#server/domain/slack/card.schema.ts'
import { spanInWords } from '../offers/offers.words.ts'

/** "Palmetto is here: 12 leads yesterday, median answer 4 min." One small grey line: it calls nobody. */
export function heartbeatCard({ leads, medianMinutes }: { leads: number; medianMinutes: number | null }): Card {
  const many = leads === 0 ? 'no lead' : leads === 1 ? '1 lead' : `${leads} leads`
  const median =
    medianMinutes === null ? 'most wait for an answer' : `median answer ${spanInWords(medianMinutes * 60_000)}`
  const text = `Palmetto is here: ${many} yesterday${leads === 0 ? '' : `, ${median}`}.`
  return { text, parts: [{ kind: 'note', markdown: text }] }
}

import { CADENCES, type Cadence } from '#server/domain/alerts/rhythm/rhythm.words.ts'

/** When the mails of a search come, after "writes". */
export const CADENCE_WHEN: Record<Cadence, string> = {
  Instant: 'at once',
  Daily: 'every morning at eight',
  Weekly: 'on Fridays at eight',
  Monthly: 'on the first of the month',
}

const LABELS: Record<Cadence, string> = {
  Instant: 'At once',
  Daily: 'Every morning',
  Weekly: 'Every Friday',
  Monthly: 'Once a month',
}
export const CADENCES_TO_PICK = CADENCES.map((value) => ({ value, label: LABELS[value] }))

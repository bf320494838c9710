import type { LegacyDoc } from './documents.ts'
import type { Soiler } from './soil.ts'

const WORDS: Record<string, readonly string[]> = {
  Prospect: ['lead', 'PROSPECT'],
  Active: ['working', 'act', 'looking'],
  Offer: ['Offer made', 'negotiating'],
  'Under contract': ['U/C', 'PENDING', 'under contract'],
  Closing: ['clear to close', 'CTC'],
  Closed: ['Won', 'sold', 'CLOSED'],
  Lost: ['dead', 'fell through'],
}

/** The stage as somebody else typed it. */
export const otherStageWords: Soiler = (doc, { turn }) => {
  const words = WORDS[String(doc.stage)] ?? []
  doc.stage = words[turn % words.length] ?? doc.stage
}

/** "3 %", 0.03, or the sum in dollars. */
export const otherCommissions: Soiler = (doc, { turn }) => {
  const { commission, price } = doc
  if (typeof commission !== 'number') return
  const share = commission / 100
  const shapes = [`${commission} %`, share, typeof price === 'number' ? `$${Math.round(price * share)}` : share]
  doc.commission = shapes[turn % shapes.length]
}

type Step = { kind: string; due: Date }
const isStep = (value: unknown): value is Step =>
  typeof value === 'object' && value !== null && 'kind' in value && 'due' in value && value.due instanceof Date
const stepsOf = ({ milestones }: LegacyDoc) => (Array.isArray(milestones) ? milestones.filter(isStep) : [])

/** Milestones as the oldest form kept them: a day under each name, and none of them done. */
export const namedMilestones: Soiler = (doc) => {
  const steps = stepsOf(doc)
  if (steps.length > 0) doc.milestones = Object.fromEntries(steps.map(({ kind, due }) => [kind, due]))
}

/** One that nobody can place, beside the others. */
export const strangeMilestone: Soiler = (doc) => {
  const steps = stepsOf(doc)
  if (steps.length > 0) doc.milestones = [...steps, { kind: 'Survey', due: 'soon' }]
}

/** The day of the closing as text or a number. */
export const otherDays: Soiler = (doc, { turn }) => {
  const { expectedClose: day } = doc
  if (!(day instanceof Date)) return
  const [iso, us] = [
    day.toISOString().slice(0, 10),
    `${day.getUTCMonth() + 1}/${day.getUTCDate()}/${day.getUTCFullYear()}`,
  ]
  doc.expectedClose = [iso, us, day.getTime()][turn % 3]
}

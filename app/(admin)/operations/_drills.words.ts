import type { Tone } from '../../_ui/tone.ts'
import type { Overview } from './_queries.ts'

type Drill = Overview['drills']['days'][number]['drill']

/** The tone of a day's drill; a day without one is grey. */
export function toneOfDrill(drill: Drill): Tone {
  if (!drill) return 'neutral'
  if (drill.outcome === null) return 'waiting'
  return drill.outcome === 'arrived' ? 'good' : drill.outcome === 'late' ? 'warning' : 'bad'
}

const calendar = new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric', timeZone: 'UTC' })

const LOOK = { arrived: 'arrived', late: 'late', missing: 'did not arrive' } as const

/** "Nov 20, arrived: alarm arrived after 4 s (Slack)." */
export function drillLabel(day: string, drill: Drill): string {
  const date = calendar.format(new Date(`${day}T00:00:00Z`))
  if (!drill) return `${date}: no drill was held`
  return drill.outcome ? `${date}, ${LOOK[drill.outcome]}: ${drill.words}` : `${date}: ${drill.words}`
}

import type { Measure } from './equal-service.types.ts'

export const AREA_KINDS = ['town', 'zip'] as const
export type AreaKind = (typeof AREA_KINDS)[number]
export const AREA_KIND_SAID: Record<AreaKind, string> = { town: 'Towns', zip: 'Zip codes' }

export const MEASURE_SAID: Record<Measure, string> = {
  wait: 'waiting time',
  prompt: 'answered within 15 minutes',
  passed: 'passed on by an agent',
  'timed-out': 'an offer ran out',
}

/** What the report says and what it does not: shown with it, word for word. */
export const REPORT_SAYS = [
  'Each area is compared with all others together, lead by lead, with leads that came at a like time: office hours, evenings, weekends.',
  'A difference is named when it is large enough to be felt (ten of a hundred leads, or a wait half as long again) and when chance alone would bring one as large, anywhere in the report, in fewer than three of a hundred months.',
  'A lead that nobody turned to within a day counts as the longest wait. Leads of the last day are not in it yet.',
] as const
export const REPORT_SAYS_NOT = [
  'It does not say why. A slow area may have a slow agent, few agents, or a rule that nobody meant that way: look at the leads, then at the rules.',
  'It knows nothing about who asked: no name, no language, nothing that stands for a protected class. So it can not prove that people were treated alike, only that places were.',
  '“Alike” means that nothing was found, not that nothing is there; with few leads much can stay hidden. Leads that one agent handled badly on one day are not independent of each other, which chance does not know.',
] as const

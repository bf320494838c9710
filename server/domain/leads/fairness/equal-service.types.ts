/**
 * What the report may look at, and nothing else: where a home is or was asked for, when, and what became of it. Nothing
 * about who asked can get in here.
 */
export type ServedLead = {
  /** A town or a zip, as the report's reader chose; null where none was told. */
  area: string | null
  cameAt: CameAt
  /** From its arrival to the first touch by a person; null when nobody did within the time that is watched. */
  touchedAfterMinutes: number | null
  offers: number
  passes: number
  timeouts: number
}

/** Leads are compared with leads that came at a like time: who asks at night waits till the morning, wherever they ask. */
export const CAME_AT = ['workday', 'evening', 'weekend'] as const
export type CameAt = (typeof CAME_AT)[number]

export const MEASURES = ['wait', 'prompt', 'passed', 'timed-out'] as const
export type Measure = (typeof MEASURES)[number]

/** One way in which an area was served unlike all others together. */
export type Finding = {
  measure: Measure
  isWorse: boolean
  here: number | null
  elsewhere: number | null
  /** How often a difference like this in any area and measure comes by chance, from 0 to 1. */
  chance: number
}

export type Verdict = { kind: 'too-few' } | { kind: 'alike' } | { kind: 'differs'; findings: Finding[] }

export type ServiceFigures = {
  leads: number
  offers: number
  /** Null when most were touched by nobody. */
  medianMinutes: number | null
  /** From 0 to 1. */
  promptShare: number
  passedShare: number
  timedOutShare: number
}

export type AreaService = { area: string; figures: ServiceFigures; verdict: Verdict }
export type EqualService = { areas: AreaService[]; all: ServiceFigures | null; withoutArea: number }

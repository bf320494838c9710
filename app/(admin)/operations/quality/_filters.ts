import { QUALITY_STREAMS, type QualityStreamName } from '#server/domain/quality/quality.words.ts'

export type Shown = 'open' | 'muted'

/** A value of the address that makes no sense counts as not there. */
export const readShown = (value: string | null): Shown => (value === 'muted' ? 'muted' : 'open')
export const readStream = (value: string | null): QualityStreamName | undefined =>
  QUALITY_STREAMS.find((stream) => stream === value)

export const hrefOfStream = (stream?: QualityStreamName) =>
  stream ? `/operations/quality?stream=${stream}` : '/operations/quality'

export const hrefOfRule = (ruleKey: string, shown: Shown = 'open') =>
  `/operations/quality/${encodeURIComponent(ruleKey)}${shown === 'muted' ? '?shown=muted' : ''}`

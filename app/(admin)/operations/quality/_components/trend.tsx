import tones from '../../../../_ui/tone.module.css'
import { scoreInWords, toneOfScore } from '../_quality.words.ts'
import type { StreamScore } from '../_queries.ts'
import classes from './trend.module.css'

const HEIGHT = 36
/** A plot of tenths of a percent would look like a fall from a cliff: it shows five points at the least. */
const LEAST_SPAN = 5

type Props = { trend: StreamScore['trend']; score: number | null; name: string }

/** The score over the last 30 days as a line, its last point marked. */
export function Trend({ trend, score, name }: Props) {
  const points = trend.flatMap((point) => (point.score === null ? [] : [point.score]))
  const [first] = points
  if (first === undefined || points.length < 2)
    return <p className={classes.none}>The trend begins with the next look.</p>
  const bottom = Math.min(100 - LEAST_SPAN, Math.floor(Math.min(...points)))
  const yOf = (value: number) => 2 + (HEIGHT - 4) * (1 - (value - bottom) / (100 - bottom))
  const xOf = (index: number) => (100 * index) / (points.length - 1)
  const line = points.map((value, index) => `${xOf(index).toFixed(2)},${yOf(value).toFixed(2)}`).join(' ')
  return (
    <svg
      className={`${classes.plot} ${tones[toneOfScore(score)]}`}
      viewBox={`0 0 100 ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={`${name}: from ${scoreInWords(first)} to ${scoreInWords(points.at(-1) ?? null)} in 30 days`}
    >
      <polygon className={classes.area} points={`0,${HEIGHT} ${line} 100,${HEIGHT}`} />
      <polyline className={classes.line} points={line} />
    </svg>
  )
}

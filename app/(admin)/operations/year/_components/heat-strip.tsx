'use client'

import { ScrubPlot } from '../../../../_ui/scrub-plot.tsx'
import tones from '../../../../_ui/tone.module.css'
import type { Tone } from '../../../../_ui/tone.ts'
import { dayInWords, type JobDay, toneOfDay } from '../_year.words.ts'
import classes from './heat-strip.module.css'

const WEEKS = 53
const CELL = 10

/** Shape says it too: good is a quiet square, a warning half of one, bad a whole one that is crossed, paused a frame. */
const SHAPES: Record<Tone | 'none', string> = {
  good: 'm1 1h8v8h-8z',
  warning: 'm1 9h8v-8z',
  bad: 'm0 0h10v10h-10z',
  neutral: 'm1 1h8v8h-8zm2 2v4h4v-4z',
  waiting: '',
  none: 'm4 4h2v2h-2z',
}
const CROSS = 'm3 3l4 4m0 -4l-4 4'

const pathOf = (indices: readonly number[], shape: string) =>
  indices.map((index) => `M${Math.floor(index / 7) * CELL} ${(index % 7) * CELL}${shape}`).join('')

/** A year of one job: a column a week from Sunday to Saturday, each day in the tone of its worst run. One path a tone. */
export function HeatStrip({ name, dates, days }: { name: string; dates: readonly string[]; days: readonly JobDay[] }) {
  const byDay = new Map(days.map((day) => [day.day, day]))
  const indicesOf = Map.groupBy(dates.keys(), (index) => toneOfDay(byDay.get(dates[index] ?? '')) ?? 'none')
  const wordsOf = (index: number) => dayInWords(dates[index] ?? '', byDay.get(dates[index] ?? ''))
  return (
    <ScrubPlot
      label={`Days of ${name}`}
      count={dates.length}
      wordsOf={wordsOf}
      indexAt={(x, y) => Math.floor(x * WEEKS) * 7 + Math.min(6, Math.floor(y * 7))}
      placeOf={(index) => (Math.floor(index / 7) + 0.5) / WEEKS}
      sideways={7}
    >
      {(active) => (
        <svg viewBox={`0 0 ${WEEKS * CELL} ${7 * CELL}`} className={classes.strip} aria-hidden="true">
          {[...indicesOf].map(([tone, indices]) => (
            <g key={tone} className={tone === 'none' ? classes.none : `${tones[tone]} ${classes[tone]}`}>
              <path d={pathOf(indices, SHAPES[tone])} fillRule="evenodd" />
              {tone === 'bad' && <path d={pathOf(indices, CROSS)} className={classes.cross} />}
            </g>
          ))}
          {active !== null && (
            <rect
              x={Math.floor(active / 7) * CELL}
              y={(active % 7) * CELL}
              width={CELL}
              height={CELL}
              className={classes.active}
            />
          )}
        </svg>
      )}
    </ScrubPlot>
  )
}

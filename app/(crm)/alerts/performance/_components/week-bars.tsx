'use client'

import { ScrubPlot } from '../../../../_ui/scrub-plot.tsx'
import { type Measure, weekInWords } from '../_measures.words.ts'
import type { Week } from '../_queries.ts'
import classes from './week-bars.module.css'

const HEIGHT = 100
/** So that the smallest week can still be seen. */
const LEAST = 4

/** One bar a week, in front of the mails that left in it. */
export function WeekBars({ weeks, measure: { key, label } }: { weeks: readonly Week[]; measure: Measure }) {
  const most = Math.max(1, ...weeks.map(({ sent }) => sent))
  const heightOf = (count: number) => (count === 0 ? 0 : Math.max(LEAST, (HEIGHT * count) / most))
  const bar = (index: number, count: number) => ({
    ...{ x: index + 0.06, width: 0.88, y: HEIGHT - heightOf(count), height: heightOf(count) },
  })
  const wordsOf = (index: number) => {
    const week = weeks[index]
    return week ? weekInWords(week, key) : ''
  }
  return (
    <ScrubPlot
      label={`${label}, by week`}
      count={weeks.length}
      wordsOf={wordsOf}
      indexAt={(x) => Math.floor(x * weeks.length)}
      placeOf={(index) => (index + 0.5) / weeks.length}
    >
      {(active) => (
        <svg
          viewBox={`0 0 ${weeks.length} ${HEIGHT}`}
          preserveAspectRatio="none"
          className={classes.bars}
          aria-hidden="true"
        >
          {weeks.map((week, index) => (
            <g key={week.week} data-active={index === active || undefined}>
              <rect {...bar(index, week.sent)} className={classes.of} />
              <rect {...bar(index, week[key])} />
            </g>
          ))}
        </svg>
      )}
    </ScrubPlot>
  )
}

'use client'

import { formatCount } from '../../../../_ui/format.ts'
import { ScrubPlot } from '../../../../_ui/scrub-plot.tsx'
import type { Year } from '../../_queries.ts'
import { dayName, mailedInWords } from '../_year.words.ts'
import classes from './mailed-days.module.css'

/** Of a hundred units, so that the smallest day can still be seen. */
const HEIGHT = 100
const LEAST = 3

/** People that alerts were mailed to: one bar a day, against the best of the year. */
export function MailedDays({ dates, mailed }: { dates: readonly string[]; mailed: Year['mailed'] }) {
  const byDay = new Map(mailed.map((each) => [each.day, each.mailed]))
  const mailedOn = (index: number) => byDay.get(dates[index] ?? '') ?? 0
  const best = mailed.reduce((most, each) => (each.mailed > most.mailed ? each : most), { day: '', mailed: 0 })
  const total = mailed.reduce((sum, each) => sum + each.mailed, 0)
  const barAt = (index: number) => {
    const height = mailedOn(index) === 0 ? 0 : Math.max(LEAST, (HEIGHT * mailedOn(index)) / best.mailed)
    return height === 0 ? '' : `M${index} ${HEIGHT}v${-height}h0.8v${height}z`
  }
  return (
    <>
      <p className={classes.sum}>
        <strong>{formatCount(total)}</strong> {total === 1 ? 'mail' : 'mails'}
        {best.mailed > 0 && `, most on ${dayName(best.day)} with ${formatCount(best.mailed)}`}
      </p>
      <ScrubPlot
        label="People mailed on each day"
        count={dates.length}
        wordsOf={(index) => mailedInWords(dates[index] ?? '', mailedOn(index))}
        indexAt={(x) => Math.floor(x * dates.length)}
        placeOf={(index) => (index + 0.5) / dates.length}
      >
        {(active) => (
          <svg
            viewBox={`0 0 ${dates.length} ${HEIGHT}`}
            preserveAspectRatio="none"
            className={classes.bars}
            aria-hidden="true"
          >
            <path d={[...dates.keys()].map(barAt).join('')} />
            {active !== null && <rect x={active} width={1} height={HEIGHT} className={classes.active} />}
          </svg>
        )}
      </ScrubPlot>
    </>
  )
}

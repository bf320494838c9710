'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { formatCount } from '../../../../_ui/format.ts'
import { ScrubPlot } from '../../../../_ui/scrub-plot.tsx'
import { Section } from '../../../../_ui/section.tsx'
import { When } from '../../../../_ui/when.tsx'
import { useZone } from '../../_components/use-zone.ts'
import { fieldName, percentWords } from '../_moves.words.ts'
import { fields, type Move } from '../_queries.ts'
import classes from './parity.module.css'

type Point = Move['trend'][number]

const HEIGHT = 48
const WIDTH = 240

/** How equal both sides were in the last comparisons. The axis begins where the worst of them stands, and at 99 at most. */
function Trend({ points }: { points: readonly Point[] }) {
  const zone = useZone()
  const lowest = Math.min(99, ...points.map(({ percent }) => Math.floor(percent)))
  const x = (index: number) => ((index + 0.5) / points.length) * WIDTH
  const y = (percent: number) => 4 + (1 - (percent - lowest) / (100 - lowest)) * (HEIGHT - 8)
  const time = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short', timeZone: zone })
  const wordsOf = (index: number) => {
    const point = points[index]
    return point ? `${time.format(point.at)}: ${percentWords(point.percent)}` : ''
  }
  return (
    <ScrubPlot
      label="Equal records in the last comparisons"
      count={points.length}
      wordsOf={wordsOf}
      indexAt={(at) => Math.floor(at * points.length)}
      placeOf={(index) => (index + 0.5) / points.length}
    >
      {(active) => (
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" className={classes.plot} aria-hidden>
          <line x1="0" x2={WIDTH} y1={y(99.9)} y2={y(99.9)} className={classes.goal} />
          <polyline
            className={classes.line}
            points={points.map(({ percent }, index) => `${x(index)},${y(percent)}`).join(' ')}
          />
          {active !== null && <line x1={x(active)} x2={x(active)} y1="0" y2={HEIGHT} className={classes.active} />}
        </svg>
      )}
    </ScrubPlot>
  )
}

/** Which fields differ most often, as short bars. */
function Fields({ feature }: Pick<Move, 'feature'>) {
  const { data } = useSuspenseQuery(fields(useTRPC(), feature))
  const most = Math.max(1, ...data.map(({ count }) => count))
  if (data.length === 0) return null
  return (
    <ul className={classes.fields} aria-label="Fields that differ">
      {data.map(({ field, count }) => (
        <li key={field}>
          <span>{fieldName(field)}</span>
          <span className={classes.bar} style={{ '--share': count / most } as React.CSSProperties} />
          <span className={classes.count}>{formatCount(count)}</span>
        </li>
      ))}
    </ul>
  )
}

/** How equal both sides are: the figure, its trend, and where they differ. */
export function Parity({ move }: { move: Move }) {
  const { feature, parity, trend, lastMismatchAt, quarantined } = move
  return (
    <Section title="Equal on both sides" aside={parity && <When at={parity.at} />}>
      {parity ? (
        <div className={classes.parity}>
          <div className={classes.top}>
            <p className={classes.figure}>
              {percentWords(parity.percent)}
              <span>of {formatCount(parity.compared)} records</span>
            </p>
            {trend.length > 1 && <Trend points={trend} />}
          </div>
          <dl className={classes.facts}>
            <div>
              <dt>Unequal now</dt>
              <dd>{formatCount(parity.unequal)}</dd>
            </div>
            <div>
              <dt>Only here</dt>
              <dd>{formatCount(parity.onlyHere)}</dd>
            </div>
            <div>
              <dt>Last mismatch</dt>
              <dd>
                <When at={lastMismatchAt} never="None ever" />
              </dd>
            </div>
            <div>
              <dt>In quarantine</dt>
              <dd>{formatCount(quarantined)}</dd>
            </div>
          </dl>
          <Fields feature={feature} />
        </div>
      ) : (
        <p className={classes.none}>
          Not compared yet. “Parity with the old system” compares the records of each feature every half hour, once they
          have come over.
        </p>
      )}
    </Section>
  )
}

'use client'

import { useElementSize } from '@mantine/hooks'
import { formatMoney, formatMoneyShort } from '../_ui/format.ts'
import classes from './price-plot.module.css'

export type PricePoint = { at: Date; cents: number }

const HEIGHT = 144
/** Pixels that a price takes. */
const LABEL = 48
const PAD = { top: 28, right: 72, bottom: 24, left: 8 }

const month = new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric', year: 'numeric', timeZone: 'UTC' })

/** What the home was asked for over time, as steps; the latest price stands at the end of the line. */
export function PricePlot({ points, until }: { points: readonly PricePoint[]; until: Date }) {
  // Drawn in real pixels: a scaled picture would shrink its words on a phone.
  const { ref, width: measured } = useElementSize<HTMLDivElement>()
  const width = measured || 640
  const [first] = points
  const last = points.at(-1)
  if (!first || !last || points.length < 2) return null
  const span = Math.max(1, until.getTime() - first.at.getTime())
  const prices = points.map(({ cents }) => cents)
  const [low, high] = [Math.min(...prices), Math.max(...prices)]
  const x = (at: Date) => PAD.left + ((at.getTime() - first.at.getTime()) / span) * (width - PAD.left - PAD.right)
  const y = (cents: number) =>
    PAD.top + (high === low ? 0.5 : (high - cents) / (high - low)) * (HEIGHT - PAD.top - PAD.bottom)
  const steps = points.map(
    ({ at, cents }, index) => `${index === 0 ? 'M' : 'H'}${x(at)}${index === 0 ? `,${y(cents)}` : `V${y(cents)}`}`,
  )
  const line = `${steps.join('')}H${x(until)}`
  let free = 0
  // Two prices within a few days would write over each other.
  const labelled = points.slice(0, -1).filter(({ at }) => {
    if (x(at) < free || x(at) > width - PAD.right - LABEL) return false
    free = x(at) + LABEL
    return true
  })
  const words = points.map(({ at, cents }) => `${formatMoney(cents)} on ${month.format(at)}`).join(', ')

  return (
    <div ref={ref}>
      <svg
        width={width}
        height={HEIGHT}
        viewBox={`0 0 ${width} ${HEIGHT}`}
        className={classes.plot}
        role="img"
        aria-label={`Price history: ${words}`}
      >
        <line
          x1={PAD.left}
          x2={width - PAD.right}
          y1={HEIGHT - PAD.bottom}
          y2={HEIGHT - PAD.bottom}
          className={classes.axis}
        />
        <path d={`${line}V${HEIGHT - PAD.bottom}H${x(first.at)}Z`} className={classes.ground} />
        <path d={line} className={classes.line} />
        {points.map(({ at, cents }) => (
          <circle key={`${at.getTime()} ${cents}`} cx={x(at)} cy={y(cents)} r={4} className={classes.dot} />
        ))}
        {labelled.map(({ at, cents }) => (
          <text key={`${at.getTime()} ${cents}`} x={x(at)} y={y(cents) - 10} className={classes.price}>
            {formatMoneyShort(cents)}
          </text>
        ))}
        <text x={x(until) + 8} y={y(last.cents) + 4} className={classes.latest}>
          {formatMoneyShort(last.cents)}
        </text>
        <text x={PAD.left} y={HEIGHT - 6} className={classes.date}>
          {month.format(first.at)}
        </text>
        <text x={width - PAD.right} y={HEIGHT - 6} textAnchor="end" className={classes.date}>
          Today
        </text>
      </svg>
    </div>
  )
}

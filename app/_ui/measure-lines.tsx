import type { ReactNode } from 'react'
import { formatCount } from './format.ts'
import classes from './measure-lines.module.css'
import tones from './tone.module.css'
import type { Tone } from './tone.ts'

type Line = { key: string; label: string; about: string; tone: Tone; total: number; share: ReactNode; plot: ReactNode }

/** One line a figure over time: what it counts, how many, what share, and its plot; all on one axis. */
export const MeasureLines = ({ lines, from, to }: { lines: readonly Line[]; from: string; to: string }) => (
  <>
    <ul className={classes.lines}>
      {lines.map(({ key, label, about, tone, total, share, plot }) => (
        <li key={key} className={`${classes.line} ${tones[tone]}`}>
          <span className={classes.label}>
            {label}
            <span className={classes.about}>{about}</span>
          </span>
          <span className={classes.total}>
            {formatCount(total)}
            <span className={classes.about}>{share}</span>
          </span>
          {plot}
        </li>
      ))}
    </ul>
    <p className={classes.axis} aria-hidden>
      <span>{from}</span>
      <span>{to}</span>
    </p>
  </>
)

'use client'

import Link from 'next/link'
import tones from '../../../../_ui/tone.module.css'
import { toneIcon } from '../../../../_ui/tone.ts'
import unseen from '../../../../_ui/unseen.module.css'
import { hrefOf } from '../_filters.ts'
import type { ShadowDay } from '../_queries.ts'
import { agreementOf, dayInWords, shortDay, standingInWords, toneOfDay } from '../_shadow.words.ts'
import classes from './day-cells.module.css'

/** What differs would be a hair beside what agrees: the lower quarter of the bar stands for 0 to 90%. */
const heightOf = ({ pairs, agreed }: ShadowDay) => {
  const share = pairs === 0 ? 1 : agreed / pairs
  return share < 0.9 ? 6 + share * 20 : 24 + (share - 0.9) * 760
}

function Cell({ day, isShown }: { day: ShadowDay; isShown: boolean }) {
  const tone = toneOfDay(day)
  const words = dayInWords(day)
  if (!tone) {
    return (
      <span className={classes.cell} title={words}>
        <span className={classes.well} />
        <span className={classes.name}>{shortDay(day.day)}</span>
      </span>
    )
  }
  const Icon = toneIcon[tone]
  return (
    <Link
      href={hrefOf({ day: day.day })}
      className={`${classes.cell} ${classes.link} ${tones[tone]}`}
      aria-current={isShown ? 'date' : undefined}
      title={words}
      prefetch={false}
      scroll={false}
      onNavigate={(event) => {
        event.preventDefault()
        window.history.pushState(null, '', hrefOf({ day: day.day }))
      }}
    >
      <span className={classes.well}>
        <span className={classes.bar} style={{ height: `${heightOf(day)}%` }} />
        <Icon size={14} stroke={2} className={classes.icon} aria-hidden />
      </span>
      <span className={classes.name}>{shortDay(day.day)}</span>
      <span className={classes.share}>{day.pairs === 0 ? '–' : agreementOf(day)}</span>
      <span className={unseen.unseen}>{standingInWords(day)}</span>
    </Link>
  )
}

/** Weeks of which nothing was compared say nothing. */
const ROW_OF_DAYS = 14
const worthShowing = (days: readonly ShadowDay[]) => {
  const first = days.findIndex((day) => toneOfDay(day) !== null)
  return first >= ROW_OF_DAYS ? days.slice(ROW_OF_DAYS) : days
}

/** The last weeks, a cell a day: the height of its bar is how far both engines agree, its tone how it stands. */
export const DayCells = ({ days, shown }: { days: readonly ShadowDay[]; shown: string }) => (
  <nav className={classes.days} aria-label="Days">
    {worthShowing(days).map((day) => (
      <Cell key={day.day} day={day} isShown={day.day === shown} />
    ))}
  </nav>
)

'use client'

import { Switch } from '@mantine/core'
import { IconMoon, IconSun, IconWorld } from '@tabler/icons-react'
import { useId } from 'react'
import { clockInWords, FIRM_ZONE, hoursInWords, USUAL_NIGHT } from '#server/domain/alerts/rhythm/hours.words.ts'
import type { Hours } from '../_preferences.ts'
import { BigSelect } from './big-select.tsx'
import classes from './when-to-write.module.css'
import { ZonePicker } from './zone-picker.tsx'

const HALF_HOURS = Array.from({ length: 48 }, (_, index) => ({
  value: String(index * 30),
  label: clockInWords(index * 30),
}))
/** Somebody may have chosen to the minute elsewhere: that minute is offered, too. */
const timesWith = (minutes: number) =>
  HALF_HOURS.some(({ value }) => value === String(minutes))
    ? HALF_HOURS
    : [...HALF_HOURS, { value: String(minutes), label: clockInWords(minutes) }]

type Props = { hours: Hours; onChange: (hours: Hours) => void }

function QuietHours({
  quiet,
  onChange,
}: {
  quiet: NonNullable<Hours['quiet']>
  onChange: (quiet: Hours['quiet']) => void
}) {
  const { from, to } = quiet
  return (
    <div className={classes.times}>
      <span>From</span>
      <BigSelect
        label="Quiet from"
        options={timesWith(from).filter(({ value }) => value !== String(to))}
        value={String(from)}
        onChange={(value) => onChange({ from: Number(value), to })}
      />
      <span>to</span>
      <BigSelect
        label="Quiet until"
        options={timesWith(to).filter(({ value }) => value !== String(from))}
        value={String(to)}
        onChange={(value) => onChange({ from, to: Number(value) })}
      />
    </div>
  )
}

/** When mails may come: the hours that stay quiet, and where those hours are. Said back in words. */
export function WhenToWrite({ hours, onChange }: Props) {
  const id = useId()
  const { timeZone, quiet } = hours
  const Icon = quiet ? IconMoon : IconSun
  return (
    <section className={classes.card} aria-labelledby={id}>
      <h3 id={id} className={classes.title}>
        When may we write?
      </h3>
      <p className={classes.said} aria-live="polite">
        <Icon size={18} stroke={1.75} aria-hidden />
        {hoursInWords(hours)}.
      </p>
      <div className={classes.line}>
        <label htmlFor={`${id}-quiet`} className={classes.label}>
          Quiet hours
          <span>What we find then waits until they are over.</span>
        </label>
        <Switch
          id={`${id}-quiet`}
          size="lg"
          checked={quiet !== null}
          onChange={({ currentTarget: { checked } }) => onChange({ timeZone, quiet: checked ? USUAL_NIGHT : null })}
          classNames={{ body: classes.switch ?? '', track: classes.track ?? '' }}
        />
      </div>
      {quiet && <QuietHours quiet={quiet} onChange={(next) => onChange({ timeZone, quiet: next })} />}
      <div className={classes.zone}>
        <IconWorld size={18} stroke={1.75} aria-hidden />
        <ZonePicker zone={timeZone ?? FIRM_ZONE} onChange={(zone) => onChange({ timeZone: zone, quiet })} />
      </div>
    </section>
  )
}

'use client'

import { Switch } from '@mantine/core'
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react'
import type { Cadence } from '#server/domain/alerts/rhythm/rhythm.words.ts'
import { When } from '../../../../_ui/when.tsx'
import type { PreferredSearch } from '../_preferences.ts'
import { BigSelect } from './big-select.tsx'
import { CADENCES_TO_PICK } from './cadence.words.ts'
import classes from './preferences.module.css'

type Props = {
  search: PreferredSearch
  isStopped: boolean
  onSwitch: (active: boolean) => void
  onPause: (paused: boolean) => void
  onCadence: (cadence: Cadence) => void
}

/** One search in a sentence: a switch, how often it writes, and a month of quiet for who needs a break. */
export function SearchLine({
  search: { id, name, summary, consent, added, isOff, activeYN, pausedUntil, cadence },
  isStopped,
  onSwitch,
  onPause,
  onCadence,
}: Props) {
  const isQuiet = !activeYN || isStopped
  return (
    <li className={classes.search} data-off={isQuiet || undefined}>
      <div className={classes.row}>
        <label className={classes.words} htmlFor={id}>
          <span className={classes.name}>{name}</span>
          <span className={classes.summary}>{summary}</span>
          {consent && <span className={classes.consent}>{consent}</span>}
          {added && (
            <span className={classes.consent}>
              {added.by} added you to this search of {added.to}. What you choose here is for you alone
              {isOff && ', and at present it is off for everybody'}.
            </span>
          )}
        </label>
        <Switch
          id={id}
          size="lg"
          classNames={{ body: classes.switch ?? '', track: classes.track ?? '' }}
          checked={activeYN}
          disabled={isStopped || (added !== null && isOff)}
          onChange={({ currentTarget }) => onSwitch(currentTarget.checked)}
        />
      </div>
      {!isQuiet && (
        <div className={classes.pause}>
          {!added && (
            <BigSelect
              label={`How often “${name}” writes`}
              options={CADENCES_TO_PICK}
              value={cadence}
              onChange={onCadence}
            />
          )}
          {pausedUntil && (
            <span>
              Paused until <When at={pausedUntil} format="exact" />
            </span>
          )}
          <button type="button" onClick={() => onPause(pausedUntil === null)}>
            {pausedUntil ? <IconPlayerPlay size={16} aria-hidden /> : <IconPlayerPause size={16} aria-hidden />}
            {pausedUntil ? 'Go on now' : 'Pause for 30 days'}
          </button>
        </div>
      )}
    </li>
  )
}

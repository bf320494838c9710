'use client'

import { Switch } from '@mantine/core'
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react'
import { When } from '../../../../_ui/when.tsx'
import type { PreferredSearch } from '../_preferences.ts'
import classes from './preferences.module.css'

type Props = {
  search: PreferredSearch
  isStopped: boolean
  onSwitch: (active: boolean) => void
  onPause: (paused: boolean) => void
}

/** One search in a sentence: a switch, and a month of quiet for who needs a break. */
export function SearchLine({
  search: { id, name, summary, activeYN, pausedUntil },
  isStopped,
  onSwitch,
  onPause,
}: Props) {
  const isQuiet = !activeYN || isStopped
  return (
    <li className={classes.search} data-off={isQuiet || undefined}>
      <div className={classes.row}>
        <label className={classes.words} htmlFor={id}>
          <span className={classes.name}>{name}</span>
          <span className={classes.summary}>{summary}</span>
        </label>
        <Switch
          id={id}
          size="lg"
          classNames={{ body: classes.switch ?? '', track: classes.track ?? '' }}
          checked={activeYN}
          disabled={isStopped}
          onChange={({ currentTarget }) => onSwitch(currentTarget.checked)}
        />
      </div>
      {!isQuiet && (
        <p className={classes.pause}>
          {pausedUntil && (
            <span>
              Paused until <When at={pausedUntil} format="exact" />
            </span>
          )}
          <button type="button" onClick={() => onPause(pausedUntil === null)}>
            {pausedUntil ? <IconPlayerPlay size={16} aria-hidden /> : <IconPlayerPause size={16} aria-hidden />}
            {pausedUntil ? 'Go on now' : 'Pause for 30 days'}
          </button>
        </p>
      )}
    </li>
  )
}

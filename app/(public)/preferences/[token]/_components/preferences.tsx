'use client'

import { Switch } from '@mantine/core'
import { IconBellOff } from '@tabler/icons-react'
import { EmptyState } from '../../../../_ui/empty-state.tsx'
import classes from './preferences.module.css'
import { StopEverything } from './stop-everything.tsx'
import { Stopped } from './stopped.tsx'
import { usePreferences } from './use-preferences.ts'
import { YourAgents } from './your-agents.tsx'

type Props = { token: string; photoOrigin: string }

/** Every search of an address with a switch each, and one button that stops them all. */
export function Preferences({ token, photoOrigin }: Props) {
  const { view, stop, startAgain, choose } = usePreferences(token)
  const { searches, email, stoppedAt, stoppedReason } = view
  return (
    <>
      <h1 className={classes.title}>Your home alerts</h1>
      <p className={classes.lead}>
        We write to <strong>{email}</strong> when a home fits what you look for.
      </p>
      {stoppedAt && <Stopped at={stoppedAt} reason={stoppedReason} onStartAgain={startAgain} />}
      {searches.length === 0 ? (
        <div className={classes.card}>
          <EmptyState icon={IconBellOff} title="No alerts are set up for you">
            Ask your agent for one: where, how much, how many bedrooms.
          </EmptyState>
        </div>
      ) : (
        <ul className={classes.card} aria-label="Your searches">
          {searches.map(({ id, name, summary, activeYN }) => (
            <li key={id} className={classes.search} data-off={!activeYN || stoppedAt !== null || undefined}>
              <label className={classes.words} htmlFor={id}>
                <span className={classes.name}>{name}</span>
                <span className={classes.summary}>{summary}</span>
              </label>
              <Switch
                id={id}
                size="lg"
                classNames={{ body: classes.switch ?? '', track: classes.track ?? '' }}
                checked={activeYN}
                disabled={stoppedAt !== null}
                onChange={({ currentTarget }) => choose(id, name, currentTarget.checked)}
              />
            </li>
          ))}
        </ul>
      )}
      {!stoppedAt && searches.length > 0 && <StopEverything token={token} onStop={stop} />}
      <YourAgents searches={searches} photoOrigin={photoOrigin} />
      <noscript>
        <p className={classes.small}>The switches need JavaScript; “Stop everything” works without it.</p>
      </noscript>
    </>
  )
}

'use client'

import { IconBellOff } from '@tabler/icons-react'
import { EmptyState } from '../../../../_ui/empty-state.tsx'
import { NewLink } from './new-link.tsx'
import classes from './preferences.module.css'
import { SearchLine } from './search-line.tsx'
import { StopEverything } from './stop-everything.tsx'
import { Stopped } from './stopped.tsx'
import { usePreferences } from './use-preferences.ts'
import { WhenToWrite } from './when-to-write.tsx'
import { YourAgents } from './your-agents.tsx'

type Props = { token: string; photoOrigin: string }

/** Every search of an address with a switch each, and one button that stops them all. */
export function Preferences({ token, photoOrigin }: Props) {
  const { view, stop, startAgain, choose, pause, write, keepQuiet } = usePreferences(token)
  const { searches, email, stoppedAt, stoppedReason, hours } = view
  return (
    <>
      <h2 className={classes.heading}>Your home alerts</h2>
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
          {searches.map((search) => (
            <SearchLine
              key={search.id}
              search={search}
              isStopped={stoppedAt !== null}
              onSwitch={(active) => choose(search.id, search.name, active)}
              onPause={(paused) => pause(search.id, search.name, paused)}
              onCadence={(cadence) => write(search, cadence)}
            />
          ))}
        </ul>
      )}
      {!stoppedAt && searches.length > 0 && <WhenToWrite hours={hours} onChange={keepQuiet} />}
      {!stoppedAt && searches.length > 0 && <StopEverything token={token} onStop={stop} />}
      <YourAgents searches={searches} photoOrigin={photoOrigin} />
      <NewLink token={token} email={email} />
      <noscript>
        <p className={classes.small}>The switches and hours need JavaScript; “Stop everything” works without it.</p>
      </noscript>
    </>
  )
}

'use client'

import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { AVAILABILITY_WORDS } from '#server/domain/leads/availability/availability.words.ts'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { Action } from '../../../../_ui/action.tsx'
import { Section } from '../../../../_ui/section.tsx'
import { StatusBadge } from '../../../../_ui/status-badge.tsx'
import { showUndo } from '../../../../_ui/toast.tsx'
import { When } from '../../../../_ui/when.tsx'
import { pausablePeople } from '../_queries.ts'
import classes from './availability.module.css'
import { TONES } from './standing.tsx'

// The kit's lists and the map weigh more than the rest of the page.
const CoverageDrawer = dynamic(() => import('./coverage-drawer.tsx').then((module) => module.CoverageDrawer))

type Placing = { id: string; fullName: string }

/** The people whom one may give no new leads for a while. Not there for whoever leads nobody. */
export function TeamList({ mapStyleUrl }: { mapStyleUrl: string | undefined }) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { queryKey } = pausablePeople(trpc)
  const { data: people } = useSuspenseQuery(pausablePeople(trpc))
  const show = (personId: string, status: 'paused' | 'available') =>
    queryClient.setQueryData(queryKey, (now) =>
      now?.map((each) =>
        each.id === personId ? { ...each, standing: { status, reason: 'office', until: null } } : each,
      ),
    )
  const onSettled = () => queryClient.invalidateQueries({ queryKey })
  const pause = useMutation(
    trpc.availability.pause.mutationOptions({ onMutate: ({ personId }) => show(personId, 'paused'), onSettled }),
  )
  const resume = useMutation(
    trpc.availability.resume.mutationOptions({ onMutate: ({ personId }) => show(personId, 'available'), onSettled }),
  )
  const [placing, setPlacing] = useState<Placing | null>(null)
  if (people.length === 0) return null
  const away = people.filter(({ standing }) => standing.status !== 'available').length
  return (
    <Section
      title="Your people"
      aside={away === 0 ? 'all available' : `${away} of ${people.length} not available`}
      flush
    >
      <ul className={`${classes.rows} ${classes.inset}`}>
        {people.map(({ id, fullName, standing: { status, until } }) => (
          <li key={id} className={classes.row}>
            <span className={classes.who}>{fullName}</span>
            <span className={classes.line}>
              <StatusBadge tone={TONES[status]} variant="plain">
                {AVAILABILITY_WORDS[status].label}
              </StatusBadge>
              {until && (
                <span>
                  until <When at={until} format="exact" />
                </span>
              )}
              <Action aria-label={`Where ${fullName} takes leads`} onClick={() => setPlacing({ id, fullName })}>
                Where
              </Action>
              {status === 'available' ? (
                <Action
                  aria-label={`Pause ${fullName}`}
                  onClick={() => {
                    pause.mutate({ personId: id, until: null })
                    showUndo({
                      message: `${fullName} gets no new leads for now.`,
                      onUndo: () => resume.mutate({ personId: id }),
                    })
                  }}
                >
                  Pause
                </Action>
              ) : (
                <Action aria-label={`Give leads again: ${fullName}`} onClick={() => resume.mutate({ personId: id })}>
                  Give leads again
                </Action>
              )}
            </span>
          </li>
        ))}
      </ul>
      {placing && <CoverageDrawer person={placing} mapStyleUrl={mapStyleUrl} onClose={() => setPlacing(null)} />}
    </Section>
  )
}

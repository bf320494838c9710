'use client'

import { useQuery } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { ErrorState } from '../../../../_ui/error-state.tsx'
import { lanesOf } from '../../_queries.ts'
import { ticksOf } from '../_lanes.words.ts'
import { AlertLane } from './alert-lane.tsx'
import classes from './alert-lanes.module.css'
import { LaneKey } from './lane-key.tsx'
import { LaneList } from './lane-list.tsx'
import { LanesSkeleton } from './lanes-skeleton.tsx'

const WhyDialog = dynamic(() =>
  import('../../../alerts/_components/why/why-dialog.tsx').then((module) => module.WhyDialog),
)

/** What happened with each alert of a contact over a quarter of a year, as a picture with a lane each, and as a list. */
export function AlertLanes({ contactId }: { contactId: string }) {
  const { data, isError, refetch } = useQuery(lanesOf(useTRPC(), contactId))
  const [asked, askWhy] = useState<string | null>(null)
  if (isError) return <ErrorState title="Their alerts did not load" onRetry={() => void refetch()} />
  if (!data) return <LanesSkeleton />
  if (data.lanes.length === 0) {
    return (
      <p className={classes.none}>No alert yet. Mails, homes that wait and what they say of them will stand here.</p>
    )
  }
  return (
    <>
      <div className={classes.lanes} aria-hidden>
        {data.lanes.map((lane) => (
          <AlertLane key={lane.searchId} lane={lane} picture={data} onWhy={askWhy} />
        ))}
        <div className={classes.axis}>
          {ticksOf(data).map(({ place, words }) => (
            <span key={words} style={{ left: `${place * 100}%` }}>
              {words}
            </span>
          ))}
          <span className={classes.today}>Today</span>
        </div>
      </div>
      <LaneKey />
      <LaneList lanes={data} onWhy={askWhy} />
      {asked && (
        <WhyDialog
          opened
          onClose={() => askWhy(null)}
          pair={{ contactId, listingId: asked }}
          title="Why did they hear of this home, or why not?"
          hint=""
        >
          {null}
        </WhyDialog>
      )}
    </>
  )
}

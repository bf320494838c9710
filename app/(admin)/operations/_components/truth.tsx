'use client'

import { Anchor } from '@mantine/core'
import Link from 'next/link'
import { spokenDuration } from '#server/domain/jobs/alarms.words.ts'
import { When } from '../../../_ui/when.tsx'
import type { Overview } from '../_queries.ts'

type Props = { overview: Pick<Overview, 'sentence' | 'lastAlert' | 'alertDelay'> }

/** "All 6 jobs on time. Last alert run 4 minutes ago: 87 people mailed. In the last day half of the alerts …" */
export function Truth({ overview: { sentence, lastAlert, alertDelay } }: Props) {
  return (
    <>
      {sentence}{' '}
      {lastAlert ? (
        <>
          <Anchor component={Link} href={`/operations/runs/${lastAlert.runId}`} fz="inherit" underline="always">
            Last alert run
          </Anchor>{' '}
          <When at={lastAlert.at} />
          {lastAlert.words ? `: ${lastAlert.words}` : '.'}
        </>
      ) : (
        'No alert run yet.'
      )}
      {alertDelay && (
        <>
          {' '}
          In the last day half of the alerts left within {spokenDuration(alertDelay.p50Ms)} of the change,{' '}
          <Anchor component={Link} href="/operations/mail" fz="inherit" underline="always">
            all but one in twenty
          </Anchor>{' '}
          within {spokenDuration(alertDelay.p95Ms)}.
        </>
      )}
    </>
  )
}

'use client'

import { Anchor } from '@mantine/core'
import Link from 'next/link'
import { When } from '../../../_ui/when.tsx'
import type { Overview } from '../_queries.ts'

/** "All 6 jobs on time. Last alert run 4 minutes ago: 87 people mailed." */
export function Truth({ overview: { sentence, lastAlert } }: { overview: Pick<Overview, 'sentence' | 'lastAlert'> }) {
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
    </>
  )
}

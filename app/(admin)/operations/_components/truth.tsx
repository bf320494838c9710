'use client'

import { spokenDuration } from '#server/domain/jobs/alarms.words.ts'
import { TextLink } from '../../../_ui/text-link.tsx'
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
          <TextLink underlined href={`/operations/runs/${lastAlert.runId}`}>
            Last alert run
          </TextLink>{' '}
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
          <TextLink underlined href="/operations/mail">
            all but one in twenty
          </TextLink>{' '}
          within {spokenDuration(alertDelay.p95Ms)}.
        </>
      )}
    </>
  )
}

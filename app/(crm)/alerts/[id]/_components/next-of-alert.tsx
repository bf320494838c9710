'use client'

import { IconClockHour4 } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { TextLink } from '../../../../_ui/text-link.tsx'
import { When } from '../../../../_ui/when.tsx'
import { holdUpInWords, type NextOf, reasonInWords } from '../_next.words.ts'
import classes from './next-of-alert.module.css'

function Words({ next }: { next: NextOf }) {
  if (next.because === 'paused') {
    return (
      <>
        Paused by its person until <When at={next.until} format="exact" />; what happens meanwhile is not told later.
      </>
    )
  }
  if ('at' in next) {
    return (
      <>
        Next mail <When at={next.at} format="exact" />, {reasonInWords(next)}
      </>
    )
  }
  return (
    <>
      {holdUpInWords(next)}
      {next.because === 'approval' && next.homes > 0 && (
        <>
          {' '}
          <TextLink underlined href="/alerts/approvals">
            Look at them
          </TextLink>
        </>
      )}
    </>
  )
}

/** When the alert writes next, and why then. */
export function NextOfAlert({ id }: { id: string }) {
  const { data } = useQuery(useTRPC().alerts.nextOf.queryOptions({ searchId: id }))
  return (
    <p className={classes.next}>
      <IconClockHour4 size={16} stroke={1.75} aria-hidden />
      <span>{data ? <Words next={data} /> : ' '}</span>
    </p>
  )
}

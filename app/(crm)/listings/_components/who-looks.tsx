'use client'

import { useDebouncedValue } from '@mantine/hooks'
import { IconUsers } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useTRPC } from '../../../_trpc/client.tsx'
import { PopoverButton } from '../../../_ui/popover-button.tsx'
import unseen from '../../../_ui/unseen.module.css'
import type { Filters } from '../_filters.ts'
import { peopleForFilters } from '../_queries.ts'
import { countWho } from '../_who.words.ts'
import classes from './who-looks.module.css'

/** A filter is rarely the last one: the count waits until the hand rests. */
const SETTLE_MS = 400

/** How many of one's people look for homes like those that the filters find, and who they are. */
export function WhoLooks({ filters }: { filters: Filters }) {
  const [settled] = useDebouncedValue(filters, SETTLE_MS)
  const { data } = useQuery({ ...peopleForFilters(useTRPC(), settled), placeholderData: keepPreviousData })
  if (!data) return null
  if (data.people === 0) return <span className={classes.nobody}>None of your people looks for these</span>
  const more = data.people - data.items.length
  return (
    <PopoverButton
      label="Who looks for homes like these"
      button={(props) => (
        <button type="button" className={classes.count} {...props}>
          <IconUsers size={16} aria-hidden />
          <span>
            <strong>{countWho(data)}</strong>{' '}
            <span className={unseen.unseenOnPhone}>{data.people === 1 ? 'looks' : 'look'} for homes like these</span>
          </span>
        </button>
      )}
    >
      {() => (
        <div className={classes.sheet}>
          <ul className={classes.people} aria-label="People who look for homes like these">
            {data.items.map(({ contactId, fullName, searchId, summary }) => (
              <li key={contactId}>
                <Link href={`/contacts/${contactId}`} prefetch={false} className={classes.name}>
                  {fullName}
                </Link>
                <Link href={`/alerts/${searchId}`} prefetch={false} className={classes.search}>
                  {summary}
                </Link>
              </li>
            ))}
          </ul>
          {more > 0 && (
            <p className={classes.more}>
              and {countWho({ people: more, isCapped: data.isCapped }, 'more')}. Narrow the filters to see who.
            </p>
          )}
        </div>
      )}
    </PopoverButton>
  )
}

'use client'

import Link from 'next/link'
import { CAUSE_WORDS, isOpenCause, KIND_WORDS } from '#server/domain/legacy/shadow/shadow.words.ts'
import { StatusBadge } from '../../../../_ui/status-badge.tsx'
import { hrefOf, type ShadowFilters } from '../_filters.ts'
import type { DifferenceRow } from '../_queries.ts'
import { toneOfCause } from '../_shadow.words.ts'
import classes from './difference-rows.module.css'

const CRITERION_WORDS: Record<string, string> = {
  ...{ area: 'area', status: 'status', price: 'price', bedrooms: 'beds', bathrooms: 'baths', livingArea: 'size' },
  ...{ propertySubType: 'kind of home', propertyType: 'kind of home', news: 'what is news', lotSize: 'lot' },
  ...{ yearBuilt: 'year', features: 'features', keywords: 'words' },
}

export const criterionInWords = (criterion: string): string => CRITERION_WORDS[criterion] ?? criterion

export const causeInWords = ({ cause, criterion }: Pick<DifferenceRow, 'cause' | 'criterion'>): string =>
  criterion ? `${CAUSE_WORDS[cause].label}: ${criterionInWords(criterion)}` : CAUSE_WORDS[cause].label

/** "7 Osprey Court, Unit 2, Beaufort", or the id that the old system has for a home nobody knows. */
export const homeInWords = ({
  listing,
  home,
}: Pick<DifferenceRow, 'home'> & {
  listing: Omit<NonNullable<DifferenceRow['listing']>, 'listPriceCents'> | null
}): string =>
  listing
    ? [listing.streetAddress, listing.unitNumber, listing.city].filter(Boolean).join(', ')
    : `A home unknown here (${home.slice(2)})`

/** One difference: which home, what differs, and why. */
export function DifferenceLine({ row, filters }: { row: DifferenceRow; filters: ShadowFilters }) {
  const href = hrefOf({ ...filters, opened: row.id })
  const isSettled = row.explainedAt !== null && isOpenCause(row.cause)
  return (
    <tr>
      <th scope="row">
        <Link
          href={href}
          id={row.id}
          data-list-item
          prefetch={false}
          scroll={false}
          onNavigate={(event) => {
            event.preventDefault()
            window.history.pushState(null, '', href)
          }}
        >
          {homeInWords(row)}
        </Link>
      </th>
      <td className={classes.kind}>{KIND_WORDS[row.kind]}</td>
      <td>
        <StatusBadge tone={row.explainedAt ? 'good' : toneOfCause(row.cause)} variant="plain">
          {isSettled ? `${causeInWords(row)}, explained` : causeInWords(row)}
        </StatusBadge>
      </td>
    </tr>
  )
}

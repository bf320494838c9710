'use client'

import { Input } from '@mantine/core'
import { SEARCH_EVENTS } from '#server/domain/alerts/criteria.words.ts'
import { eventHints } from '../../_event-hints.words.ts'
import { Choices } from './choices.tsx'
import type { AlertDraft } from './use-alert-draft.ts'

const WORD = {
  New: 'It is new',
  PriceDrop: 'Its price drops',
  BackOnMarket: 'It is back on the market',
  MovedIntoRange: 'It moves into the price range',
  StatusChange: 'Its status changes',
  OpenHouse: 'It has an open house',
} as const
const EVENTS = SEARCH_EVENTS.map((value) => ({ value, label: WORD[value] }))

type Props = Pick<AlertDraft, 'ask' | 'problems'> & { criteria: AlertDraft['draft']['criteria'] }

/** What a person wants to be written about, and what stands in the way of it. */
export const EventFields = ({ criteria, problems, ask }: Props) => (
  <>
    <Choices
      label="Reasons to write"
      options={EVENTS}
      value={criteria.events}
      problem={problems.events}
      onChange={(events) => ask({ events })}
    />
    <div aria-live="polite">
      {eventHints(criteria).map((hint) => (
        <Input.Description key={hint} mt={4}>
          {hint}
        </Input.Description>
      ))}
    </div>
  </>
)

'use client'

import type { SearchRhythmInput } from '#server/domain/alerts/rhythm/rhythm.schema.ts'
import { Section } from '../../../../_ui/section.tsx'
import { EventFields } from './event-fields.tsx'
import { HomeFields } from './home-fields.tsx'
import { PlaceFields } from './place-fields.tsx'
import { PriceFields } from './price-fields.tsx'
import { RhythmFields } from './rhythm-fields.tsx'
import type { AlertDraft } from './use-alert-draft.ts'
import { WordFields } from './word-fields.tsx'

type Props = Pick<AlertDraft, 'ask' | 'problems' | 'priceless'> & {
  criteria: AlertDraft['draft']['criteria']
  rhythm: SearchRhythmInput
  mapStyleUrl: string | undefined
  onRhythm: (rhythm: SearchRhythmInput) => void
}

/** All that can be asked of a home, of the mail and of its hour. */
export const WishFields = ({ priceless, rhythm, mapStyleUrl, onRhythm, ...wishes }: Props) => (
  <>
    <Section title="Where">
      <PlaceFields {...wishes} mapStyleUrl={mapStyleUrl} />
    </Section>
    <Section title="Price and size">
      <PriceFields {...wishes} priceless={priceless} />
    </Section>
    <Section title="Home">
      <HomeFields {...wishes} />
    </Section>
    <Section title="Features and words">
      <WordFields {...wishes} />
    </Section>
    <Section title="When to write">
      <EventFields {...wishes} />
    </Section>
    <Section title="How often">
      <RhythmFields rhythm={rhythm} onChange={onRhythm} />
    </Section>
  </>
)

'use client'

import type { ComponentProps } from 'react'
import { Section } from '../../../../_ui/section.tsx'
import { AudienceFields, type AudienceProps } from './audience-fields.tsx'
import { FirstSendFields } from './first-send-fields.tsx'

type Props = { audience: AudienceProps; beginning: ComponentProps<typeof FirstSendFields> }

/** Who gets it besides the contact, and what it begins with. */
export const PeopleFields = ({ audience, beginning }: Props) => (
  <>
    <Section title="Who else gets it">
      <AudienceFields {...audience} />
    </Section>
    <Section title="To begin with">
      <FirstSendFields {...beginning} />
    </Section>
  </>
)

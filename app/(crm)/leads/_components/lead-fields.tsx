'use client'

import { Select, SimpleGrid, Textarea, TextInput } from '@mantine/core'
import {
  FIELD_SAID,
  type FieldName,
  type Fields,
  LEAD_TYPE_SAID,
  LEAD_TYPES,
} from '#server/domain/leads/doors/doors.words.ts'

const NAMED = ['name', 'email', 'phone', 'message', 'home', 'city', 'price', 'leadType'] as const satisfies FieldName[]

/** What a form of `LeadFields` holds, without what was left empty. */
export function readLeadForm(data: FormData): Fields {
  const filled = NAMED.map((field) => [field, String(data.get(field) ?? '').trim()] as const)
  return Object.fromEntries(filled.filter(([, value]) => value !== ''))
}

/** Who somebody is and what they want: an e-mail or a telephone number is all that is needed. */
export function LeadFields({ given = {} }: { given?: Fields }) {
  const text = (name: FieldName, more: { type?: string; inputMode?: 'tel' | 'email'; focus?: boolean } = {}) => (
    <TextInput
      name={name}
      label={FIELD_SAID[name]}
      defaultValue={given[name] ?? ''}
      autoComplete="off"
      {...(more.inputMode ? { inputMode: more.inputMode } : {})}
      {...(more.focus ? { 'data-autofocus': true } : {})}
    />
  )
  return (
    <>
      {text('name', { focus: true })}
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        {text('email', { inputMode: 'email' })}
        {text('phone', { inputMode: 'tel' })}
      </SimpleGrid>
      <Textarea name="message" label="What they said" defaultValue={given.message ?? ''} autosize minRows={3} />
      <Select
        name="leadType"
        label="What they want"
        placeholder="Not known"
        clearable
        clearButtonProps={{ 'aria-label': 'Not known' }}
        data={LEAD_TYPES.map((value) => ({ value, label: LEAD_TYPE_SAID[value] }))}
        defaultValue={LEAD_TYPES.find((each) => each === given.leadType) ?? null}
      />
      {text('home')}
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        {text('city')}
        {text('price')}
      </SimpleGrid>
    </>
  )
}

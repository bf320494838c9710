'use client'

import { Button, Drawer, TextInput } from '@mantine/core'
import { skipToken, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { FIELD_SAID, type FieldName, type Fields } from '#server/domain/leads/doors/doors.words.ts'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { wordsOf } from '../../../../_trpc/form-failure.ts'
import { Note } from '../../../../_ui/note.tsx'
import { Problem } from '../../../../_ui/problem.tsx'
import shared from '../../_components/settings.module.css'
import type { Source } from '../_queries.ts'
import { Explained } from './explained.tsx'
import classes from './sources.module.css'

const ASKED = ['name', 'email', 'message', 'home', 'city', 'price', 'tags'] as const satisfies FieldName[]
const SAMPLE: Fields = { name: 'Nora Hale', email: 'nora@example.com', message: 'Is it still there?' }

/** What would become of a lead from this source now: by which rule, to whom, and why not the others. */
export function TryDrawer({ source, onClose }: { source: Source; onClose: () => void }) {
  const trpc = useTRPC()
  const [asked, setAsked] = useState<Fields | null>(null)
  const { data, error, isFetching } = useQuery(
    trpc.sources.tryOut.queryOptions(asked ? { sourceId: source.id, fields: asked } : skipToken, {
      meta: { quiet: true },
      retry: false,
    }),
  )
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const filled = ASKED.map((field) => [field, String(form.get(field) ?? '').trim()] as const)
    setAsked(Object.fromEntries(filled.filter(([, value]) => value !== '')))
  }
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="lg"
      title={`Try ${source.name}`}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <div className={classes.steps}>
        <form className={shared.form} method="post" onSubmit={submit}>
          <p className={shared.note}>Nothing is written, and nobody is told.</p>
          {ASKED.map((field) => (
            <TextInput key={field} name={field} label={FIELD_SAID[field]} defaultValue={SAMPLE[field] ?? ''} />
          ))}
          <div className={shared.foot}>
            <Button type="submit" loading={isFetching}>
              What would happen?
            </Button>
          </div>
        </form>
        <Problem>{wordsOf(error)}</Problem>
        {data && data.problems.length > 0 && (
          <Note title="This would wait for a human" tone="warning">
            {data.problems.map(({ words }) => words).join(' ')}
          </Note>
        )}
        {data && data.doubts.length > 0 && (
          <Note title="Left out, because it was not understood">
            {data.doubts.map(({ field, words }) => `${FIELD_SAID[field]}: ${words}`).join(' ')}
          </Note>
        )}
        {data?.explained && <Explained explained={data.explained} />}
      </div>
    </Drawer>
  )
}

'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useSearchParams } from 'next/navigation'
import { useId, useState } from 'react'
import { readingsOf } from '#server/domain/legacy/legacy.words.ts'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { wordsAbout, wordsOf } from '../../../../_trpc/form-failure.ts'
import { Action } from '../../../../_ui/action.tsx'
import { PlainSelect } from '../../../../_ui/plain-select.tsx'
import { TextField } from '../../../../_ui/text-field.tsx'
import { showDone } from '../../../../_ui/toast.tsx'
import { hrefOf, readFilters } from '../_filters.ts'
import type { Quarantined } from '../_queries.ts'
import { arrivedInWords } from '../_streams.words.ts'
import classes from './quarantined-document.module.css'

type Scope = 'document' | 'everywhere'
type Props = { document: Quarantined; path: string }

/** Says what the value is to be read as. The old system is not touched; when it changes there, this gives way. */
export function CorrectValue({ document, path }: Props) {
  const { stream, sourceId, reason, sample } = document
  const trpc = useTRPC()
  const client = useQueryClient()
  const { opened: _opened, ...filters } = readFilters(useSearchParams())
  const scopeName = useId()
  const readings = readingsOf(reason)
  const [value, setValue] = useState(readings?.[0] ?? '')
  const [scope, setScope] = useState<Scope>(readings && sample ? 'everywhere' : 'document')
  const correct = useMutation(
    trpc.legacy.correct.mutationOptions({
      onSuccess: (done) => {
        showDone(arrivedInWords(done))
        // It has left the quarantine: there is nothing here to look at any more.
        if (!done.next) window.history.pushState(null, '', hrefOf(filters))
      },
      onSettled: () => client.invalidateQueries(trpc.legacy.pathFilter()),
    }),
  )
  const problem = wordsAbout('value', correct.error) ?? wordsAbout('path', correct.error) ?? wordsOf(correct.error)
  return (
    <form
      className={classes.correct}
      aria-label={`Correct ${path}`}
      onSubmit={(event) => {
        event.preventDefault()
        correct.mutate({ stream, sourceId, path, value, scope })
      }}
    >
      <h4>Read it in another way</h4>
      {readings ? (
        <PlainSelect
          label={`Read ${path} as`}
          options={readings.map((reading) => ({ value: reading, label: reading }))}
          value={value}
          onChange={setValue}
        />
      ) : (
        <TextField label={`Read ${path} as`} value={value} onChange={setValue} autoComplete="off" />
      )}
      {sample && (
        <fieldset className={classes.scope}>
          <label>
            <input type="radio" name={scopeName} checked={scope === 'document'} onChange={() => setScope('document')} />
            In this record only
          </label>
          <label>
            <input
              type="radio"
              name={scopeName}
              checked={scope === 'everywhere'}
              onChange={() => setScope('everywhere')}
            />
            Wherever it says “{sample}”
          </label>
        </fieldset>
      )}
      {problem && (
        <p role="alert" className={classes.problem}>
          {problem}
        </p>
      )}
      <div>
        <Action primary type="submit" disabled={correct.isPending || value === ''}>
          {correct.isPending ? 'Reading it again…' : 'Save and read again'}
        </Action>
      </div>
    </form>
  )
}

'use client'

import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { STREAM_WORDS } from '#server/domain/legacy/legacy.words.ts'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { Action } from '../../../../_ui/action.tsx'
import { formatCount } from '../../../../_ui/format.ts'
import { Section } from '../../../../_ui/section.tsx'
import table from '../../../../_ui/table.module.css'
import { showProblem } from '../../../../_ui/toast.tsx'
import unseen from '../../../../_ui/unseen.module.css'
import { When } from '../../../../_ui/when.tsx'
import { type NewField, newFields } from '../_queries.ts'
import classes from './quarantine.module.css'

function Row({ field }: { field: NewField }) {
  const { stream, path, type, documents, firstSourceId, firstSeenAt } = field
  const trpc = useTRPC()
  const client = useQueryClient()
  const accept = useMutation(
    trpc.legacy.acceptField.mutationOptions({
      onError: ({ message }) => showProblem(message),
      onSettled: () => client.invalidateQueries(newFields(trpc)),
    }),
  )
  return (
    <tr>
      <th scope="row">
        <span className={classes.id}>{path}</span> as {type}
      </th>
      <td>
        {formatCount(documents)} of the {STREAM_WORDS[stream].many.toLowerCase()}, first{' '}
        <span className={classes.id}>{firstSourceId.slice(2)}</span>
      </td>
      <td className={classes.when}>
        <When at={firstSeenAt} />
      </td>
      <td>
        <Action
          disabled={accept.isPending}
          onClick={() => accept.mutate({ stream, path, type })}
          aria-label={`Known: ${path} as ${type}`}
        >
          Known
        </Action>
      </td>
    </tr>
  )
}

/** Fields that the old system has begun to write. They are kept; somebody should say what they mean. Nothing while there are none. */
export function NewFields() {
  const { data } = useSuspenseQuery(newFields(useTRPC()))
  if (data.length === 0) return null
  return (
    <Section title="New in their records" aside="kept, and used by nobody here yet" flush>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">Where</th>
            <th scope="col">Since</th>
            <th scope="col">
              <span className={unseen.unseen}>Known</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {data.map((field) => (
            <Row key={`${field.stream}/${field.path}/${field.type}`} field={field} />
          ))}
        </tbody>
      </table>
    </Section>
  )
}

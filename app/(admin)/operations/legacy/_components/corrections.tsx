'use client'

import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { STREAM_WORDS } from '#server/domain/legacy/legacy.words.ts'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { Action } from '../../../../_ui/action.tsx'
import { Section } from '../../../../_ui/section.tsx'
import table from '../../../../_ui/table.module.css'
import { showDone, showProblem } from '../../../../_ui/toast.tsx'
import unseen from '../../../../_ui/unseen.module.css'
import { When } from '../../../../_ui/when.tsx'
import { type Correction, corrections } from '../_queries.ts'
import classes from './quarantine.module.css'

function Row({ correction }: { correction: Correction }) {
  const trpc = useTRPC()
  const client = useQueryClient()
  const { id, stream, sourceId, path, original, value, madeBy, madeAt } = correction
  const drop = useMutation(
    trpc.legacy.dropCorrection.mutationOptions({
      onSuccess: ({ read }) => showDone(`Taken back; ${read} read again as the old system has it.`),
      onError: ({ message }) => showProblem(message),
      onSettled: () => client.invalidateQueries(trpc.legacy.pathFilter()),
    }),
  )
  return (
    <tr>
      <th scope="row">
        <span className={classes.id}>{path}</span> “{original}” is read as <strong>{value || 'nothing'}</strong>
      </th>
      <td>
        {sourceId
          ? `in the ${STREAM_WORDS[stream].one} ${sourceId.slice(2)}`
          : `in all ${STREAM_WORDS[stream].many.toLowerCase()}`}
      </td>
      <td className={classes.when}>
        {madeBy ?? 'Somebody who is gone'}, <When at={madeAt} />
      </td>
      <td>
        <Action
          disabled={drop.isPending}
          onClick={() => drop.mutate({ correctionId: id })}
          aria-label={`Take back: ${path} “${original}” is read as ${value || 'nothing'}`}
        >
          Take back
        </Action>
      </td>
    </tr>
  )
}

/** What admins read in another way than it stands in the old system. Nothing while there is none. */
export function Corrections() {
  const { data } = useSuspenseQuery(corrections(useTRPC()))
  if (data.length === 0) return null
  return (
    <Section title="Corrections" aside={`${data.length} in force`} flush>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Where</th>
            <th scope="col">By whom</th>
            <th scope="col">
              <span className={unseen.unseen}>Take back</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {data.map((correction) => (
            <Row key={correction.id} correction={correction} />
          ))}
        </tbody>
      </table>
    </Section>
  )
}

'use client'

import { IconGitMerge } from '@tabler/icons-react'
import { useMutation, useQueryClient, useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { Action } from '../../../../_ui/action.tsx'
import { EmptyState } from '../../../../_ui/empty-state.tsx'
import { Section } from '../../../../_ui/section.tsx'
import table from '../../../../_ui/table.module.css'
import { TextLink } from '../../../../_ui/text-link.tsx'
import { showDone, showProblem } from '../../../../_ui/toast.tsx'
import unseen from '../../../../_ui/unseen.module.css'
import { When } from '../../../../_ui/when.tsx'
import { type Conflict, conflictPages } from '../writes/_queries.ts'
import { byRecord, hrefOfRecord, kindOf, ruleInWords, valueInWords } from '../writes/_writes.words.ts'
import classes from './writes.module.css'

function Field({ conflict }: { conflict: Conflict }) {
  const trpc = useTRPC()
  const client = useQueryClient()
  const { id, field, base, ours, theirs, taken, rule, canTurn, decidedBy, decidedAt } = conflict
  const turn = useMutation(
    trpc.legacyWrites.takeOther.mutationOptions({
      onSuccess: (now) => showDone(`Now ${now.taken === 'ours' ? "Palmetto's" : "the old system's"} value stands.`),
      onError: ({ message }) => showProblem(message),
      onSettled: () => client.invalidateQueries(trpc.legacyWrites.pathFilter()),
    }),
  )
  const other = taken === 'ours' ? valueInWords(theirs) : valueInWords(ours)
  return (
    <tr>
      <th scope="row">
        {field}
        <span className={classes.kind}>was {valueInWords(base)}</span>
      </th>
      <td className={classes.value} data-stands={taken === 'ours' || undefined}>
        <span className={classes.side}>Palmetto: </span>
        {valueInWords(ours)}
      </td>
      <td className={classes.value} data-stands={taken === 'theirs' || undefined}>
        <span className={classes.side}>Old system: </span>
        {valueInWords(theirs)}
      </td>
      <td>
        <span className={classes.side}>Stands: </span>
        {taken === 'ours' ? 'Palmetto' : 'Old system'}
        <span className={classes.kind}>
          {ruleInWords(rule)}
          {rule === 'admin' && (
            <>
              , {decidedBy ?? 'somebody who is gone'}, <When at={decidedAt} />
            </>
          )}
        </span>
      </td>
      <td>
        {canTurn && (
          <Action
            disabled={turn.isPending}
            onClick={() => turn.mutate({ conflictId: id })}
            aria-label={`Take the other one for ${field}: ${other}`}
          >
            Take the other one
          </Action>
        )}
      </td>
    </tr>
  )
}

function RecordConflicts({ conflicts }: { conflicts: Conflict[] }) {
  const [first] = conflicts
  if (!first) return null
  const href = hrefOfRecord(first)
  const name = first.name ?? 'One that is gone'
  return (
    <article className={classes.conflict}>
      <header>
        <h3>{href ? <TextLink href={href}>{name}</TextLink> : name}</h3>
        <span className={classes.soft}>
          {kindOf(first.stream)}; changed here <When at={first.oursAt} />, in the old system{' '}
          <When at={first.theirsAt} never="at a time nobody wrote down" />
        </span>
      </header>
      <table className={`${table.table} ${classes.rows}`}>
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">Palmetto</th>
            <th scope="col">Old system</th>
            <th scope="col">Stands</th>
            <th scope="col">
              <span className={unseen.unseen}>Take the other one</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {conflicts.map((conflict) => (
            <Field key={conflict.id} conflict={conflict} />
          ))}
        </tbody>
      </table>
    </article>
  )
}

/** Fields that were changed in both systems before either knew, with both values and whose stands. */
export function Conflicts() {
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useSuspenseInfiniteQuery(conflictPages(useTRPC()))
  const groups = byRecord(data.pages.flatMap(({ items }) => items))
  return (
    <Section title="Changed in both systems" flush>
      {groups.length === 0 ? (
        <EmptyState icon={IconGitMerge} title="Nobody has changed the same thing twice">
          When a field is changed here and in the old system at once, both values are shown here, and you decide.
        </EmptyState>
      ) : (
        groups.map((conflicts) => <RecordConflicts key={conflicts[0]?.id} conflicts={conflicts} />)
      )}
      {hasNextPage && (
        <div className={classes.more}>
          <Action disabled={isFetchingNextPage} onClick={() => fetchNextPage()}>
            {isFetchingNextPage ? 'Loading…' : 'Show older ones'}
          </Action>
        </div>
      )}
    </Section>
  )
}

'use client'

import { useMutation } from '@tanstack/react-query'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { Action } from '../../../../_ui/action.tsx'
import { Section } from '../../../../_ui/section.tsx'
import { StatusBadge } from '../../../../_ui/status-badge.tsx'
import { showDone, showProblem } from '../../../../_ui/toast.tsx'
import { When } from '../../../../_ui/when.tsx'
import shared from '../../_components/settings.module.css'
import type { SlackOverview } from '../_queries.ts'
import classes from './slack.module.css'

type Person = SlackOverview['people'][number]

const people = (count: number) => (count === 1 ? '1 person' : `${count} people`)

function Row({ person: { fullName, email, state, missingSince } }: { person: Person }) {
  return (
    <li className={classes.row}>
      <div className={shared.words}>
        <p className={shared.name}>{fullName}</p>
        <p className={shared.detail}>{email}</p>
      </div>
      <div className={classes.end}>
        {state === 'missing' && (
          <p className={shared.detail}>
            Since <When at={missingSince} />
          </p>
        )}
        {state === 'reached' && <StatusBadge tone="good">In Slack</StatusBadge>}
        {state === 'missing' && <StatusBadge tone="warning">Not in Slack</StatusBadge>}
        {state === 'unasked' && <StatusBadge tone="neutral">Not looked up</StatusBadge>}
      </div>
    </li>
  )
}

const List = ({ label, rows }: { label: string; rows: Person[] }) => (
  <ul className={shared.rows} aria-label={label}>
    {rows.map((person) => (
      <Row key={person.id} person={person} />
    ))}
  </ul>
)

const Folded = ({ title, rows }: { title: string; rows: Person[] }) =>
  rows.length > 0 && (
    <details className={classes.fold}>
      <summary>{title}</summary>
      <List label={title} rows={rows} />
    </details>
  )

/** Who can't be reached in Slack, and why; everybody else below, folded. */
export function PeopleInSlack({ people: all }: { people: Person[] }) {
  const trpc = useTRPC()
  const look = useMutation(
    trpc.jobs.runNow.mutationOptions({
      onSuccess: () => showDone('Everybody is looked up. It takes a moment.'),
      onError: (error) => showProblem(error.message),
    }),
  )
  const reached = all.filter(({ state }) => state === 'reached')
  const missing = all.filter(({ state }) => state === 'missing')
  const unasked = all.filter(({ state }) => state === 'unasked')
  return (
    <Section
      title="People"
      aside={
        missing.length > 0 ? `${people(missing.length)} can’t be reached` : `${reached.length} of ${all.length} known`
      }
      actions={
        <Action disabled={look.isPending} onClick={() => look.mutate({ functionId: 'map-slack-people' })}>
          Look up now
        </Action>
      }
      flush
    >
      <p className={classes.lead}>
        People are found by their e-mail address, each night and when they are first written to. Whoever is not in Slack
        gets their offers by mail.
      </p>
      {missing.length > 0 && <List label="Not in Slack" rows={missing} />}
      <Folded title={`${people(reached.length)} can be reached`} rows={reached} />
      <Folded title={`${people(unasked.length)} not looked up yet`} rows={unasked} />
    </Section>
  )
}

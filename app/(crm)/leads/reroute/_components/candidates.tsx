'use client'

import { IconInbox } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { Action } from '../../../../_ui/action.tsx'
import { ActionLink } from '../../../../_ui/action-link.tsx'
import { EmptyState } from '../../../../_ui/empty-state.tsx'
import { Section } from '../../../../_ui/section.tsx'
import { Toggle } from '../../../../_ui/toggle.tsx'
import { When } from '../../../../_ui/when.tsx'
import type { RerouteFilters } from '../_filters.ts'
import { plannedInWords, tallyInWords } from '../_plan.words.ts'
import { type Candidate, candidatesOf } from '../_queries.ts'
import classes from './reroute.module.css'
import { useReroute } from './use-reroute.ts'

type RowProps = { lead: Candidate; isPicked: boolean; planned: string | undefined; onPick: (picked: boolean) => void }

function Row({ lead, isPicked, planned, onPick }: RowProps) {
  const { fullName, headline, agent, receivedAt } = lead
  return (
    <li className={classes.row}>
      <label className={classes.pick}>
        <input type="checkbox" checked={isPicked} onChange={({ currentTarget }) => onPick(currentTarget.checked)} />
        <span>
          <strong>{fullName}</strong>
          <span className={classes.soft}>
            {headline}; {agent ?? 'nobody'} has it, came <When at={receivedAt} />
          </span>
          {planned && <span className={classes.planned}>{planned}</span>}
        </span>
      </label>
    </li>
  )
}

/** The leads to pick from; what the rules would do with those that are picked; and the button that does it. */
export function Candidates({ filters }: { filters: RerouteFilters }) {
  const { data } = useSuspenseQuery(candidatesOf(useTRPC(), filters))
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [leaveOut, setLeaveOut] = useState(true)
  const inquiryIds = data.leads.map(({ id }) => id).filter((id) => !left.has(id))
  const { plan, look, go, forget, problem, isLooking, isGoing } = useReroute({ inquiryIds, leaveOut })
  if (data.leads.length === 0) {
    return (
      <Section flush>
        <EmptyState
          icon={IconInbox}
          title="There is no such lead"
          action={<ActionLink href="?">All of them</ActionLink>}
        >
          Leads stand here that somebody has and that have no answer yet.
        </EmptyState>
      </Section>
    )
  }
  const pick = (id: string, isPicked: boolean) => {
    const next = new Set(left)
    if (isPicked) next.delete(id)
    else next.add(id)
    setLeft(next)
    forget()
  }
  const plannedOf = new Map(plan?.leads.map((each) => [each.inquiryId, plannedInWords(each)]))
  const moving = plan?.leads.filter(({ stays }) => !stays).length ?? 0
  const count = `${inquiryIds.length} of ${data.count}`
  return (
    <Section title="Leads without an answer" aside={`${count} picked`} flush>
      <ul className={classes.rows}>
        {data.leads.map((lead) => (
          <Row
            key={lead.id}
            lead={lead}
            isPicked={!left.has(lead.id)}
            planned={plannedOf.get(lead.id)}
            onPick={(isPicked) => pick(lead.id, isPicked)}
          />
        ))}
      </ul>
      <div className={classes.foot}>
        <Toggle
          named
          label="Whoever has one now does not get it again"
          checked={leaveOut}
          onChange={(checked) => {
            setLeaveOut(checked)
            forget()
          }}
        />
        {data.count > data.leads.length && (
          <p className={classes.soft}>The oldest {data.leads.length} stand here. Give these first, then the others.</p>
        )}
        {problem && (
          <p role="alert" className={classes.problem}>
            {problem}
          </p>
        )}
        {plan && (
          <p role="status" className={classes.tally}>
            {moving === 0 ? 'Nobody would get another lead: all stay where they are.' : `${tallyInWords(plan)}.`}
          </p>
        )}
        <div className={classes.actions}>
          <Action primary={!plan} disabled={inquiryIds.length === 0 || isLooking || isGoing} onClick={look}>
            {isLooking ? 'Looking…' : 'See who would get them'}
          </Action>
          {plan && moving > 0 && (
            <Action primary disabled={isGoing || isLooking} onClick={go}>
              Give {moving === 1 ? '1 lead' : `${moving} leads`} anew
            </Action>
          )}
        </div>
      </div>
    </Section>
  )
}

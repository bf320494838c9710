'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { Section } from '../../../../_ui/section.tsx'
import { When } from '../../../../_ui/when.tsx'
import { type Decision, decisionsOf } from '../../_queries.ts'
import { methodInWords, outcomeInWords } from '../_decision.words.ts'
import { ConsideredAgent } from './considered-agent.tsx'
import classes from './lead-decisions.module.css'

function One({ decision }: { decision: Decision }) {
  const { ruleName, method, lines, considered, consideredCount, decidedAt, version } = decision
  const past = lines.filter(({ found }) => !found)
  return (
    <div className={classes.decision}>
      <p className={classes.outcome}>{outcomeInWords(decision)}</p>
      <p className={classes.soft}>
        By “{ruleName}”. {methodInWords(method)}
      </p>
      {past.length > 0 && (
        <p className={classes.soft}>
          Before it fitted too, and found nobody: {past.map((line) => `“${line.ruleName}”`).join(', ')}.
        </p>
      )}
      {considered.length > 0 && (
        <ul className={classes.people}>
          {considered.map((each) => (
            <ConsideredAgent key={`${each.agentId} ${each.whyNot.join()}`} considered={each} />
          ))}
        </ul>
      )}
      {considered.length < consideredCount && (
        <p className={classes.soft}>
          {consideredCount} were considered. You read about yourself; your manager can read about everybody.
        </p>
      )}
      <p className={classes.soft}>
        <When at={decidedAt} format="exact" />, by version {version} of the rules. Nothing but the closed list of facts
        was looked at: no name, no words, no language.
      </p>
    </div>
  )
}

/** Why it went where it went: the rule in words, everybody who was considered, and why not each of them. */
export function LeadDecisions({ id }: { id: string }) {
  const { data: decisions } = useSuspenseQuery(decisionsOf(useTRPC(), id))
  if (decisions.length === 0) {
    return (
      <Section title="Why">
        <p className={classes.soft}>
          No rule has decided about this one: it came before there were rules, or the old system gave it to somebody.
        </p>
      </Section>
    )
  }
  return decisions.map((decision, index) => (
    <Section key={decision.id} title={index === 0 ? 'Why' : `Decided again (${index + 1})`}>
      <One decision={decision} />
    </Section>
  ))
}

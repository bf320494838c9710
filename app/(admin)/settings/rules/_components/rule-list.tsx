'use client'

import { IconPlus } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { type DragEvent, useState } from 'react'
import { BUILT_IN_LINES } from '#server/domain/leads/routing/lines.words.ts'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { Action } from '../../../../_ui/action.tsx'
import { Section } from '../../../../_ui/section.tsx'
import { checksOf, type RuleSet } from '../_queries.ts'
import { AppointmentsLine } from './appointments-line.tsx'
import { FindingLines } from './finding-lines.tsx'
import classes from './rule-list.module.css'
import { RuleRow } from './rule-row.tsx'
import type { Editing } from './rules.tsx'
import { useRuleSets } from './use-rule-sets.ts'

type Props = {
  of: 'draft' | 'published'
  set: Pick<RuleSet, 'rules' | 'fallback' | 'skipsBusy'>
  /** What is in force is read, never changed. */
  onEdit?: (what: Editing) => void
}

/** The rules from above, with what each would have caught last month and what should be looked at. */
export function RuleList({ of, set, onEdit }: Props) {
  const { data: checks } = useSuspenseQuery(checksOf(useTRPC(), of))
  const sets = useRuleSets()
  const [dragged, setDragged] = useState<string | null>(null)
  const { rules, fallback } = set
  const caughtBy = new Map(checks.caught.map((each) => [each.ruleId, each.first]))
  const about = (ruleId: string | null) => checks.findings.filter((finding) => finding.ruleId === ruleId)
  const shared = (ruleId: string) => ({
    leads: checks.leads,
    caught: caughtBy.get(ruleId) ?? 0,
    findings: about(ruleId),
  })
  const dragOf = (ruleId: string, place: number) => ({
    isDragged: dragged === ruleId,
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.effectAllowed = 'move'
      // Firefox drags nothing that carries nothing.
      event.dataTransfer.setData('text/plain', ruleId)
      setDragged(ruleId)
    },
    onDragEnd: () => setDragged(null),
    onDragOver: (event: DragEvent) => {
      if (dragged) event.preventDefault()
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault()
      if (dragged) sets.moveTo(dragged, place)
      setDragged(null)
    },
  })
  return (
    <Section
      title={of === 'draft' ? 'Rules of the draft' : 'Rules in force'}
      aside={
        checks.leads > 0
          ? `Beside each: how many of the last 30 days' ${checks.leads} leads it would have`
          : 'No lead has come in 30 days'
      }
      {...(onEdit
        ? {
            actions: (
              <Action icon={IconPlus} onClick={() => onEdit('new')}>
                New rule
              </Action>
            ),
          }
        : {})}
      flush
    >
      <FindingLines findings={about(null)} />
      <AppointmentsLine
        checked={set.skipsBusy}
        disabled={sets.isBusy}
        {...(onEdit ? { onChange: sets.setSkipsBusy } : {})}
      />
      <ul className={classes.fixed} aria-label="Before all rules">
        {Object.values(BUILT_IN_LINES).map(({ id, name, says }) => (
          <li key={id} className={classes.line}>
            <span className={classes.name}>{name}</span>
            <span className={classes.says}>{says} It can not be taken out.</span>
          </li>
        ))}
      </ul>
      {rules.length === 0 && <p className={classes.none}>No rules yet: every other lead goes by the last line.</p>}
      <ol className={classes.rules} aria-label="Rules">
        {rules.map((said, index) => (
          <RuleRow
            key={said.rule.id}
            {...shared(said.rule.id)}
            place={index + 1}
            places={rules.length}
            said={said}
            {...(onEdit
              ? {
                  edit: {
                    onEdit: () => onEdit({ ruleId: said.rule.id }),
                    onMove: (place: number) => sets.moveTo(said.rule.id, place),
                    onRemove: () => sets.remove(said.rule.id),
                    drag: dragOf(said.rule.id, index + 1),
                  },
                }
              : {})}
          />
        ))}
      </ol>
      <ul className={classes.rules} aria-label="The last line">
        <RuleRow
          {...shared(fallback.rule.id)}
          place={null}
          places={rules.length}
          said={fallback}
          {...(onEdit ? { edit: { onEdit: () => onEdit('default') } } : {})}
        />
      </ul>
    </Section>
  )
}

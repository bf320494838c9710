'use client'

import { IconBulb } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { Criteria } from '#server/domain/alerts/searches.schema.ts'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { Action } from '../../../../_ui/action.tsx'
import { anyCriteria } from '../../_draft.ts'
import classes from './relax-hint.module.css'

/** Fewer homes than this, and one wish less would help. */
const FEW = 3
const CAP = 101

type Props = {
  /** Null while something is wrong with them. */
  criteria: Criteria | null
  /** How many homes they find; undefined while that is being counted. */
  count: number | undefined
  onUse: (criteria: Criteria) => void
}

const homesWord = (homes: number) => `${homes >= CAP ? '100+' : homes} homes`

/** For a search that finds hardly anything: the smallest single changes that find three homes or more. */
export function RelaxHint({ criteria, count, onUse }: Props) {
  const asks = criteria !== null && count !== undefined && count < FEW
  const { data: changes } = useQuery(
    useTRPC().alerts.relax.queryOptions({ criteria: criteria ?? anyCriteria }, { enabled: asks, staleTime: 60_000 }),
  )
  if (!asks || !changes || changes.length === 0) return null
  return (
    <section className={classes.hint} aria-label="What would find more">
      <p className={classes.title}>
        <IconBulb size={16} aria-hidden /> One change would find more
      </p>
      <ul className={classes.changes}>
        {changes.map(({ words, homes, criteria: changed }) => (
          <li key={words}>
            <span>
              {words} <span className={classes.homes}>{homesWord(homes)}</span>
            </span>
            <Action aria-label={`Use: ${words}`} onClick={() => onUse(changed)}>
              Use
            </Action>
          </li>
        ))}
      </ul>
    </section>
  )
}

'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import type { Feature } from '#server/domain/cutover/cutover.words.ts'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { Section } from '../../../../_ui/section.tsx'
import { When } from '../../../../_ui/when.tsx'
import { masterName } from '../_moves.words.ts'
import { type Switch, switches } from '../_queries.ts'
import { CheckList } from './check-list.tsx'
import classes from './history.module.css'

function Entry({ entry }: { entry: Switch }) {
  const { fromMaster, toMaster, at, by, why, evidence } = entry
  return (
    <li className={classes.entry}>
      <p className={classes.title}>
        {fromMaster ? `${masterName(fromMaster)} → ${masterName(toMaster)}` : `${masterName(toMaster)}, at the start`}
      </p>
      <p className={classes.about}>
        <When at={at} format="exact" />
        {by && `, by ${by}`}
      </p>
      <p className={classes.why}>“{why}”</p>
      {evidence.length > 0 && (
        <details>
          <summary>Evidence as it stood</summary>
          <CheckList checks={evidence} />
        </details>
      )}
    </li>
  )
}

/** Who switched it, when and why; nobody can rewrite it. */
export function History({ feature }: { feature: Feature }) {
  const { data } = useSuspenseQuery(switches(useTRPC(), feature))
  return (
    <Section title="History" flush>
      <ol className={classes.entries}>
        {data.map((entry) => (
          <Entry key={entry.version} entry={entry} />
        ))}
      </ol>
    </Section>
  )
}

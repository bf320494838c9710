'use client'

import { IconArrowBackUp } from '@tabler/icons-react'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { Action } from '../../../../_ui/action.tsx'
import { Section } from '../../../../_ui/section.tsx'
import { When } from '../../../../_ui/when.tsx'
import { whenNear } from '../../../../_ui/when-near.ts'
import type { Version } from '../_queries.ts'
import classes from './history.module.css'

const load = () => import('./roll-back-dialog.tsx')
const RollBackDialog = dynamic(() => load().then((module) => module.RollBackDialog))

const byWhom = ({ version, publishedBy, proposedBy, rolledBackTo }: Version) => {
  if (!publishedBy) return version === 1 ? 'How it went before anybody wrote rules' : 'Nobody'
  if (rolledBackTo) return `Rolled back to version ${rolledBackTo} by ${publishedBy.fullName}`
  return `Proposed by ${proposedBy?.fullName ?? 'nobody'}, published by ${publishedBy.fullName}`
}

/** Whether it was taken back before it could decide anything. */
const neverDecided = ({ effectiveFrom, retiredAt }: Version) =>
  effectiveFrom !== null && retiredAt !== null && retiredAt < effectiveFrom

/** What was in force and since when; the way back is one step. */
export function History({ history, current }: { history: readonly Version[]; current: number | null }) {
  const [backTo, setBackTo] = useState<number | null>(null)
  return (
    <Section title="History" flush>
      <ol className={classes.versions} aria-label="Versions">
        {history.map((each) => (
          <li key={each.id} className={classes.version}>
            <span className={classes.number}>Version {each.version}</span>
            <span className={classes.who}>
              {byWhom(each)}, <When at={each.publishedAt} />
              {neverDecided(each) && ', taken back before its time'}
            </span>
            {each.version === current || each.state === 'scheduled' ? (
              <span className={classes.now}>{each.version === current ? 'In force' : 'Takes effect later'}</span>
            ) : (
              <Action icon={IconArrowBackUp} {...whenNear(load)} onClick={() => setBackTo(each.version)}>
                Roll back to it
              </Action>
            )}
          </li>
        ))}
      </ol>
      {backTo !== null && <RollBackDialog version={backTo} onClose={() => setBackTo(null)} />}
    </Section>
  )
}

'use client'

import { StatusBadge } from '../../../../_ui/status-badge.tsx'
import shared from '../../_components/settings.module.css'
import type { Tried } from '../_queries.ts'
import classes from './sources.module.css'

type Told = NonNullable<Tried['explained']>

const joined = (names: readonly string[]) => names.join(', ') || 'nobody'
const OUTCOME: Record<Told['outcome'], (names: readonly string[]) => string> = {
  assign: (names) => `${joined(names)} has it at once.`,
  offer: (names) => `${joined(names)} is asked first.`,
  'offer-all': (names) => `All of these are asked at once: ${joined(names)}.`,
  pond: () => 'It goes into a pond, where whoever has time takes it.',
}

/** The answer of a dry run in words. */
export const Explained = ({ explained }: { explained: Told }) => {
  const { heldBecause, isNew, aboutOurHome, rule, outcome, agents, considered } = explained
  return (
    <section className={classes.step} aria-label="What would happen" aria-live="polite">
      <div className={classes.badges}>
        {heldBecause ? (
          <StatusBadge tone="warning">Held back</StatusBadge>
        ) : (
          <StatusBadge tone="good">Taken in</StatusBadge>
        )}
        <StatusBadge tone="neutral">{isNew ? 'New to us' : 'Known to us'}</StatusBadge>
        {aboutOurHome && <StatusBadge tone="neutral">About a home of ours</StatusBadge>}
      </div>
      {heldBecause && <p className={shared.note}>{heldBecause} Let in, this would follow:</p>}
      <p>
        <strong>{OUTCOME[outcome](agents)}</strong> By “{rule}”.
      </p>
      {considered.length > 0 && (
        <ul className={classes.said} aria-label="Who was considered">
          {considered.map(({ name, score, whyNot }) => (
            <li key={name}>
              <p>
                {name}
                {score !== null && ` · ${Math.round(score)} points`}
              </p>
              <p className={shared.detail}>{whyNot.length > 0 ? whyNot.join('; ') : 'chosen'}</p>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

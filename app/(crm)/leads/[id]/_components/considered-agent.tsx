import { TERM_WORDS, WHY_NOT_SAID, WHY_NOT_YOURS } from '#server/domain/leads/routing/why-not.words.ts'
import { StatusBadge } from '../../../../_ui/status-badge.tsx'
import type { Decision } from '../../_queries.ts'
import classes from './lead-decisions.module.css'

const points = (value: number) => Number(value.toFixed(1))

/** Somebody who was considered: why not them, and each term of the score as a bar of what it could have brought. */
export function ConsideredAgent({ considered }: { considered: Decision['considered'][number] }) {
  const { name, isYou, isChosen, whyNot, terms, score } = considered
  const said = isYou ? WHY_NOT_YOURS : WHY_NOT_SAID
  return (
    <li className={classes.person} data-chosen={isChosen || undefined}>
      <p className={classes.who}>
        <strong>{isYou ? 'You' : name}</strong>
        {isChosen && <StatusBadge tone="good">Chosen</StatusBadge>}
        {score !== null && <span className={classes.score}>{points(score)} points</span>}
      </p>
      {whyNot.length > 0 && <p className={classes.soft}>{whyNot.map((each) => said[each]).join('; ')}</p>}
      {terms.length > 0 && (
        <ul className={classes.terms}>
          {terms.map(({ name: term, value }) => {
            const { label, most, says } = TERM_WORDS[term]
            return (
              <li key={term} className={classes.term} title={says}>
                <span>{label}</span>
                <span className={classes.bar} aria-hidden>
                  <span style={{ width: `${Math.min(100, Math.max(0, (value / most) * 100))}%` }} />
                </span>
                <span className={classes.points}>
                  {points(value)} of {most}
                </span>
              </li>
            )
          })}
        </ul>
      )}
    </li>
  )
}

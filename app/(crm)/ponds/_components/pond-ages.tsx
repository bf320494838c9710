import Link from 'next/link'
import { POND_AGES } from '#server/domain/leads/offers/pond-ages.words.ts'
import { formatCount } from '../../../_ui/format.ts'
import tones from '../../../_ui/tone.module.css'
import unseen from '../../../_ui/unseen.module.css'
import { listUrl, writeFilters } from '../../_lists/list-url.ts'
import { AGE_SAID } from '../_age.ts'
import type { PondFilters } from '../_filters.ts'
import type { Pond } from '../_queries.ts'
import classes from './pond-ages.module.css'

/** Less than this is not seen. */
const LEAST = 6
/** Fewer leads than this fill no bar: one lead is no wall. */
const FULL = 4

/** How long the leads of a pond have been waiting: a bar for each age, the oldest first; each shows its leads alone. */
export function PondAges({ pond, filters }: { pond: Pond; filters: PondFilters }) {
  const most = Math.max(FULL, ...pond.ages.map(({ leads }) => leads))
  return (
    <ol className={classes.ages} aria-label={`How long leads lie in ${pond.name}`}>
      {POND_AGES.map(({ key, label }) => {
        const leads = pond.ages.find(({ age }) => age === key)?.leads ?? 0
        const isHere = filters.pond === pond.id && filters.age === key
        const height = leads === 0 ? 0 : Math.max(LEAST, (100 * leads) / most)
        return (
          <li key={key}>
            <Link
              href={listUrl(writeFilters(isHere ? {} : { pond: pond.id, age: key }), null)}
              className={`${classes.age} ${tones[AGE_SAID[key].tone]}`}
              aria-current={isHere || undefined}
              data-empty={leads === 0 || undefined}
              prefetch={false}
              scroll={false}
            >
              <span className={classes.count}>{formatCount(leads)}</span>
              <span className={unseen.unseen}>{leads === 1 ? ' lead, ' : ' leads, '}</span>
              <svg viewBox="0 0 1 100" preserveAspectRatio="none" className={classes.column} aria-hidden="true">
                <rect width="1" height={height} y={100 - height} />
              </svg>
              <span className={classes.label}>{label}</span>
            </Link>
          </li>
        )
      })}
    </ol>
  )
}

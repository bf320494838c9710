import Link from 'next/link'
import { WAIT_BARS } from '#server/domain/leads/response/response.words.ts'
import { formatCount } from '../../../../_ui/format.ts'
import { Section } from '../../../../_ui/section.tsx'
import unseen from '../../../../_ui/unseen.module.css'
import { listUrl, writeFilters } from '../../../_lists/list-url.ts'
import type { ResponseFilters } from '../../_filters.ts'
import type { Response } from '../../_queries.ts'
import classes from './wait-bars.module.css'

type Props = { bars: Response['bars']; filters: ResponseFilters }

const toneOf = (key: string) => (key === '5m' || key === '15m' ? 'good' : key === 'nobody' ? 'bad' : 'later')

/** How long people waited: a bar for each span, labelled directly; each opens its leads. */
export function WaitBars({ bars, filters }: Props) {
  const most = Math.max(1, ...bars.map(({ leads }) => leads))
  return (
    <Section title="How long they waited" aside="Leads by the time until a person turned to them">
      <ol className={classes.bars} aria-label="Leads by waiting time">
        {WAIT_BARS.map(({ key, label }) => {
          const leads = bars.find((bar) => bar.key === key)?.leads ?? 0
          const isHere = filters.bar === key
          const isOpenEnd = key === 'nobody' || key === 'later'
          return (
            <li key={key}>
              <Link
                href={listUrl(writeFilters({ ...filters, bar: isHere ? undefined : key }), null)}
                className={classes.bar}
                aria-current={isHere || undefined}
                prefetch={false}
                scroll={false}
              >
                <span className={classes.count}>{formatCount(leads)}</span>
                <span className={unseen.unseen}>{isOpenEnd ? ' leads, ' : ' leads within '}</span>
                <span className={classes.room} aria-hidden>
                  <svg viewBox="0 0 1 100" preserveAspectRatio="none" className={classes.column} aria-hidden="true">
                    <rect
                      data-tone={toneOf(key)}
                      width="1"
                      height={leads === 0 ? 0 : Math.max(3, (100 * leads) / most)}
                      y={100 - (leads === 0 ? 0 : Math.max(3, (100 * leads) / most))}
                    />
                  </svg>
                </span>
                <span className={classes.label}>{label}</span>
              </Link>
            </li>
          )
        })}
      </ol>
    </Section>
  )
}

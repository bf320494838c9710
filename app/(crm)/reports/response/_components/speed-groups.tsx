import Link from 'next/link'
import { GROUPING_SAID, GROUPINGS, type Grouping } from '#server/domain/leads/response/response.words.ts'
import { formatCount } from '../../../../_ui/format.ts'
import { Section } from '../../../../_ui/section.tsx'
import { Segments } from '../../../../_ui/segments.tsx'
import table from '../../../../_ui/table.module.css'
import row from '../../../../_ui/whole-row.module.css'
import { listUrl, writeFilters } from '../../../_lists/list-url.ts'
import classes from '../../_components/reports.module.css'
import { type ResponseFilters, toResponseInput } from '../../_filters.ts'
import type { Response } from '../../_queries.ts'
import { shareInWords, waitInWords } from '../../_reports.words.ts'

const OPTIONS = GROUPINGS.map((value) => ({ value, label: GROUPING_SAID[value] }))

type Props = { groups: Response['groups']; filters: ResponseFilters; onBy: (by: Grouping) => void }

/** The same by source, agent or office, most leads first; each line opens its leads. */
export function SpeedGroups({ groups, filters, onBy }: Props) {
  const { by } = toResponseInput(filters)
  return (
    <Section
      title="Who is how fast"
      actions={<Segments label="By" options={OPTIONS} value={by} onChange={onBy} />}
      flush
    >
      <table className={`${table.table} ${classes.table}`}>
        <thead>
          <tr>
            <th scope="col">{GROUPING_SAID[by]}</th>
            <th scope="col" className={classes.number}>
              Leads
            </th>
            <th scope="col" className={classes.number}>
              Half within
            </th>
            <th scope="col" className={classes.number}>
              Nine of ten
            </th>
            <th scope="col" className={classes.number}>
              In 15 min
            </th>
          </tr>
        </thead>
        <tbody>
          {groups.map(({ key, label, speed }) => (
            <tr key={key}>
              <th scope="row">
                <Link
                  href={listUrl(writeFilters({ ...filters, key: filters.key === key ? undefined : key }), null)}
                  className={`${row.link} ${classes.name}`}
                  aria-current={filters.key === key || undefined}
                  prefetch={false}
                  scroll={false}
                >
                  {label}
                </Link>
              </th>
              <td className={classes.number} data-label="leads">
                {formatCount(speed.leads)}
              </td>
              <td className={classes.number} data-label="half within">
                {waitInWords(speed.medianMinutes)}
              </td>
              <td className={classes.number} data-label="nine of ten">
                {waitInWords(speed.p90Minutes)}
              </td>
              <td className={classes.number} data-label="in 15 min">
                {shareInWords(speed.promptShare)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}

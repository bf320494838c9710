import Link from 'next/link'
import { formatCount } from '../../../../_ui/format.ts'
import { Section } from '../../../../_ui/section.tsx'
import { StatusBadge } from '../../../../_ui/status-badge.tsx'
import table from '../../../../_ui/table.module.css'
import row from '../../../../_ui/whole-row.module.css'
import { listUrl, writeFilters } from '../../../_lists/list-url.ts'
import classes from '../../_components/reports.module.css'
import { type FairnessFilters, toMonthInput } from '../../_filters.ts'
import type { AreaService } from '../../_queries.ts'
import { shareInWords, waitInWords } from '../../_reports.words.ts'
import { areaName, findingInWords, verdictTone } from '../_fairness.words.ts'

type Props = { areas: readonly AreaService[]; filters: FairnessFilters }

/** Each area with its figures and what they say; a line opens its leads. */
export function AreaTable({ areas, filters }: Props) {
  const { by } = toMonthInput(filters)
  return (
    <Section title="Area by area" aside="Each compared with all others together" flush>
      <table className={`${table.table} ${classes.table}`}>
        <thead>
          <tr>
            <th scope="col">Area</th>
            {['Leads', 'Half within', 'In 15 min', 'Offers', 'Passed', 'Ran out'].map((label) => (
              <th key={label} scope="col" className={classes.number}>
                {label}
              </th>
            ))}
            <th scope="col">What it says</th>
          </tr>
        </thead>
        <tbody>
          {areas.map(({ area, figures, verdict }) => {
            const { tone, label } = verdictTone(verdict)
            return (
              <tr key={area}>
                <th scope="row">
                  <Link
                    href={listUrl(writeFilters({ ...filters, area: filters.area === area ? undefined : area }), null)}
                    className={`${row.link} ${classes.name}`}
                    aria-current={filters.area === area || undefined}
                    prefetch={false}
                    scroll={false}
                  >
                    {areaName(area, by)}
                  </Link>
                </th>
                <td className={classes.number} data-label="leads">
                  {formatCount(figures.leads)}
                </td>
                <td className={classes.number} data-label="half within">
                  {waitInWords(figures.medianMinutes)}
                </td>
                <td className={classes.number} data-label="in 15 min">
                  {shareInWords(figures.promptShare)}
                </td>
                <td className={classes.number} data-label="offers">
                  {formatCount(figures.offers)}
                </td>
                <td className={classes.number} data-label="passed">
                  {shareInWords(figures.passedShare)}
                </td>
                <td className={classes.number} data-label="ran out">
                  {shareInWords(figures.timedOutShare)}
                </td>
                <td>
                  <StatusBadge tone={tone}>{label}</StatusBadge>
                  {verdict.kind === 'differs' &&
                    verdict.findings.map((finding) => (
                      <p key={finding.measure} className={classes.soft}>
                        {findingInWords(finding)}
                      </p>
                    ))}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Section>
  )
}

import Link from 'next/link'
import { TOUCHED_BY_SAID } from '#server/domain/leads/response/response.words.ts'
import { EmptyState } from '../../../_ui/empty-state.tsx'
import { formatCount } from '../../../_ui/format.ts'
import table from '../../../_ui/table.module.css'
import { When } from '../../../_ui/when.tsx'
import row from '../../../_ui/whole-row.module.css'
import type { LeadRow } from '../_queries.ts'
import { waitInWords } from '../_reports.words.ts'
import classes from './reports.module.css'

type Props = { rows: readonly LeadRow[]; count: number }

/** The leads behind a number; each opens the person. */
export function LeadRows({ rows, count }: Props) {
  if (rows.length === 0) return <EmptyState title="No lead behind this number">It may have moved on since.</EmptyState>
  return (
    <>
      <table className={`${table.table} ${classes.table}`}>
        <thead>
          <tr>
            <th scope="col">Who came</th>
            <th scope="col">When</th>
            <th scope="col">Agent</th>
            <th scope="col">First touch</th>
            <th scope="col">Waited</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, receivedAt, contactId, contactName, agentName, touchedBy, touchedHow, minutes }) => (
            <tr key={id}>
              <th scope="row">
                <Link href={`/contacts/${contactId}`} className={`${row.link} ${classes.name}`}>
                  {contactName}
                </Link>
              </th>
              <td>
                <When at={receivedAt} />
              </td>
              <td>{agentName ?? 'Nobody yet'}</td>
              <td>{touchedBy && touchedHow ? `${touchedBy} ${TOUCHED_BY_SAID[touchedHow]}` : 'None'}</td>
              <td className={classes.figure}>{waitInWords(minutes)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {count > rows.length && (
        <p className={classes.more}>
          The first {rows.length} of {formatCount(count)}.
        </p>
      )}
    </>
  )
}

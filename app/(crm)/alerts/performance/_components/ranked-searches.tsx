import Link from 'next/link'
import { formatCount } from '../../../../_ui/format.ts'
import { Section } from '../../../../_ui/section.tsx'
import table from '../../../../_ui/table.module.css'
import row from '../../../../_ui/whole-row.module.css'
import { shareInWords } from '../_measures.words.ts'
import type { RankedSearch } from '../_queries.ts'
import classes from './ranked-searches.module.css'

type Props = { title: string; aside: string; searches: readonly RankedSearch[]; isTold: boolean }

/** Searches with how often their mails led to something; each leads to the search itself. */
export const RankedSearches = ({ title, aside, searches, isTold }: Props) => (
  <Section title={title} aside={aside} flush>
    <table className={`${table.table} ${classes.table}`}>
      <thead>
        <tr>
          <th scope="col">Search</th>
          <th scope="col">Mails</th>
          {isTold && <th scope="col">Followed</th>}
          <th scope="col">Answered</th>
          <th scope="col">Led to something</th>
        </tr>
      </thead>
      <tbody>
        {searches.map(({ searchId, name, contactName, mails, clicked, answered, share }) => (
          <tr key={searchId}>
            <th scope="row">
              <Link href={`/alerts/${searchId}`} className={`${row.link} ${classes.name}`}>
                {name}
              </Link>
              <span className={classes.person}>{contactName}</span>
            </th>
            <td data-label="mails">{formatCount(mails)}</td>
            {isTold && <td data-label="followed">{formatCount(clicked)}</td>}
            <td data-label="answered">{formatCount(answered)}</td>
            <td data-label="led to something">
              <strong>{shareInWords(share, 1)}</strong>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </Section>
)

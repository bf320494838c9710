import { PASS_REASON_WORDS } from '#server/domain/leads/offers/offers.words.ts'
import { EmptyState } from '../../../../_ui/empty-state.tsx'
import { formatCount } from '../../../../_ui/format.ts'
import { Section } from '../../../../_ui/section.tsx'
import table from '../../../../_ui/table.module.css'
import classes from '../../_components/reports.module.css'
import type { Response } from '../../_queries.ts'

/** What became of offers, by who was asked; and why people passed. */
export function AskedPeople({ asked, reasons }: Pick<Response, 'asked' | 'reasons'>) {
  const why = reasons.map(({ reason, times }) => `${PASS_REASON_WORDS[reason].toLowerCase()} (${formatCount(times)})`)
  return (
    <Section title="Offers" {...(why.length > 0 ? { aside: `Passed because: ${why.join(', ')}` } : {})} flush>
      {asked.length === 0 ? (
        <EmptyState title="Nobody was asked in this time">
          Leads that a rule offers, rather than assigns, are counted here: taken, passed, or run out.
        </EmptyState>
      ) : (
        <table className={`${table.table} ${classes.table}`}>
          <thead>
            <tr>
              <th scope="col">Who was asked</th>
              {['Asked', 'Took it', 'Passed', 'Ran out'].map((label) => (
                <th key={label} scope="col" className={classes.number}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {asked.map(({ personId, fullName, asked: times, won, passed, missed }) => (
              <tr key={personId}>
                <th scope="row" className={classes.name}>
                  {fullName}
                </th>
                <td className={classes.number} data-label="asked">
                  {formatCount(times)}
                </td>
                <td className={classes.number} data-label="took it">
                  {formatCount(won)}
                </td>
                <td className={classes.number} data-label="passed">
                  {formatCount(passed)}
                </td>
                <td className={classes.number} data-label="ran out">
                  {formatCount(missed)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  )
}

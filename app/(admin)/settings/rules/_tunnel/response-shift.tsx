import { waitInWords } from '../../../../(crm)/reports/_reports.words.ts'
import type { TunnelResult } from '../_queries.ts'
import classes from './tunnel.module.css'

const percent = (share: number) => `${Math.round(share * 100)} %`

/** How fast somebody could have been expected to turn to them, by what each agent did in that time. */
export const ResponseShift = ({ before, after }: Pick<TunnelResult, 'before' | 'after'>) => (
  <div>
    <h3 className={classes.title}>Expected response</h3>
    <table className={classes.response}>
      <thead>
        <tr>
          <td />
          <th scope="col">As it was</th>
          <th scope="col">By the draft</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">Half within</th>
          <td>{waitInWords(before.medianMinutes)}</td>
          <td>{waitInWords(after.medianMinutes)}</td>
        </tr>
        <tr>
          <th scope="row">Within 15 minutes</th>
          <td>{percent(before.promptShare)}</td>
          <td>{percent(after.promptShare)}</td>
        </tr>
      </tbody>
    </table>
    <p className={classes.soft}>Expected from what each agent needed in these 90 days, for both sides alike.</p>
  </div>
)

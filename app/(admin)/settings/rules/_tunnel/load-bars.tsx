import { formatCount } from '../../../../_ui/format.ts'
import unseen from '../../../../_ui/unseen.module.css'
import type { TunnelResult } from '../_queries.ts'
import classes from './tunnel.module.css'

const MOST = 15

type Props = { loads: TunnelResult['loads']; nameOf: (id: string | null) => string }

/** Leads per agent, as they were and as they would have been: two bars a person, said in words beside them. */
export function LoadBars({ loads, nameOf }: Props) {
  const most = Math.max(1, ...loads.flatMap(({ before, after }) => [before, after]))
  const shown = loads.slice(0, MOST)
  return (
    <div>
      <h3 className={classes.title}>
        Leads per agent <span className={classes.key}>▬ as it was</span>{' '}
        <span className={classes.key} data-after>
          ▬ by the draft
        </span>
      </h3>
      <table className={classes.loads}>
        <thead className={unseen.unseen}>
          <tr>
            <th scope="col">Agent</th>
            <th scope="col">Bars</th>
            <th scope="col">As it was, and by the draft</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ agentId, before, after }) => (
            <tr key={agentId}>
              <th scope="row">{nameOf(agentId)}</th>
              <td className={classes.bars}>
                <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                  <rect y="0" width={(100 * before) / most} height="4" className={classes.before} />
                  <rect y="6" width={(100 * after) / most} height="4" className={classes.after} />
                </svg>
              </td>
              <td className={classes.counts}>
                {formatCount(before)} → {formatCount(after)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {loads.length > MOST && (
        <p className={classes.soft}>
          The {MOST} with most leads, of {loads.length}.
        </p>
      )}
    </div>
  )
}

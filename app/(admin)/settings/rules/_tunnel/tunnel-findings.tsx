import { TUNNEL_ASSUMES } from '#server/domain/leads/wind-tunnel/tunnel.words.ts'
import { EmptyState } from '../../../../_ui/empty-state.tsx'
import { Fact, Facts } from '../../../../_ui/fact.tsx'
import { formatCount } from '../../../../_ui/format.ts'
import type { TunnelResult, TunnelRun } from '../_queries.ts'
import { AreaShifts } from './area-shifts.tsx'
import { Examples } from './examples.tsx'
import { LadderEnds } from './ladder-ends.tsx'
import { LoadBars } from './load-bars.tsx'
import { Moves } from './moves.tsx'
import { ResponseShift } from './response-shift.tsx'
import classes from './tunnel.module.css'

type Props = { run: TunnelRun; result: TunnelResult }

/** What the draft would have changed, from the whole to the single lead. */
export function TunnelFindings({ run, result }: Props) {
  const { leads, changed, toPond, kept, rules } = result
  const nameOf = (id: string | null) =>
    id === null ? 'A pond, or nobody in particular' : (run.names[id] ?? 'Somebody who is gone')
  if (leads === 0) {
    return (
      <EmptyState title="No lead to try it on">
        Nobody came in those days. The draft counts as tried; look at its words once more before it is published.
      </EmptyState>
    )
  }
  return (
    <div className={classes.findings}>
      <Facts columns={3}>
        <Fact label="Leads tried">
          <span className={classes.big}>{formatCount(leads)}</span>
        </Fact>
        <Fact label="Would have changed hands">
          <span className={classes.big}>
            {formatCount(changed)} ({Math.round((100 * changed) / leads)} %)
          </span>
        </Fact>
        <Fact label="Into a pond">
          <span className={classes.big}>{formatCount(toPond)}</span>
        </Fact>
      </Facts>
      <LoadBars loads={result.loads} nameOf={nameOf} />
      <div className={classes.sides}>
        <Moves moves={result.moves} changed={changed} nameOf={nameOf} />
        <ResponseShift before={result.before} after={result.after} />
      </div>
      <LadderEnds ladder={result.ladder} />
      <AreaShifts areas={result.areas} />
      <div>
        <h3 className={classes.title}>Which rule had them</h3>
        <ul className={classes.plain}>
          {rules.map(({ ruleId, name, leads: had }) => (
            <li key={ruleId}>
              {name}: {formatCount(had)} of {formatCount(leads)}
            </li>
          ))}
        </ul>
      </div>
      <Examples examples={run.examples} nameOf={nameOf} />
      <details className={classes.details}>
        <summary>What the trial takes for granted</summary>
        <ul className={classes.plain}>
          {TUNNEL_ASSUMES.map((line) => (
            <li key={line}>{line}</li>
          ))}
          <li>
            Of {formatCount(kept)} of the {formatCount(leads)} leads the decision of their day was kept.
          </li>
        </ul>
      </details>
    </div>
  )
}

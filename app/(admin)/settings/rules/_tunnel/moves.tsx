import { IconArrowRight } from '@tabler/icons-react'
import { formatCount } from '../../../../_ui/format.ts'
import unseen from '../../../../_ui/unseen.module.css'
import type { TunnelResult } from '../_queries.ts'
import classes from './tunnel.module.css'

const MOST = 8

type Props = { moves: TunnelResult['moves']; changed: number; nameOf: (id: string | null) => string }

/** From whom to whom leads would have gone: as wide as they are many. */
export function Moves({ moves, changed, nameOf }: Props) {
  const shown = moves.slice(0, MOST)
  const most = Math.max(1, ...shown.map(({ leads }) => leads))
  const rest = changed - shown.reduce((sum, { leads }) => sum + leads, 0)
  return (
    <div>
      <h3 className={classes.title}>Who would have changed hands</h3>
      {shown.length === 0 && <p className={classes.soft}>Nobody: each lead would have gone where it went.</p>}
      <ol className={classes.moves}>
        {shown.map(({ fromId, toId, leads }) => (
          <li key={`${fromId}:${toId}`} className={classes.move}>
            <span>{nameOf(fromId)}</span>
            <svg viewBox="0 0 40 24" className={classes.flow} aria-hidden="true">
              <path d="M0 12 H40" strokeWidth={2 + (16 * leads) / most} />
            </svg>
            <span className={unseen.unseen}>to</span>
            <IconArrowRight size={16} aria-hidden />
            <span>{nameOf(toId)}</span>
            <span className={classes.counts}>{formatCount(leads)}</span>
          </li>
        ))}
      </ol>
      {rest > 0 && <p className={classes.soft}>And {formatCount(rest)} more.</p>}
    </div>
  )
}

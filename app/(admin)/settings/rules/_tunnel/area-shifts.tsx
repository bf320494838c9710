import { townName } from '#server/domain/listings/town.words.ts'
import { formatCount } from '../../../../_ui/format.ts'
import { StatusBadge } from '../../../../_ui/status-badge.tsx'
import type { TunnelResult } from '../_queries.ts'
import classes from './tunnel.module.css'

function points(gap: number): string {
  const rounded = Math.round(gap * 100)
  return rounded > 0 ? `+${rounded}` : String(rounded || 0)
}

/** How far each town lies from all others in prompt answers, then and by the draft: gaps that grow are pointed out. */
export function AreaShifts({ areas }: { areas: TunnelResult['areas'] }) {
  return (
    <div>
      <h3 className={classes.title}>Equal service by town</h3>
      {areas.length === 0 ? (
        <p className={classes.soft}>No town has enough leads to compare it with the others.</p>
      ) : (
        <table className={classes.areas}>
          <thead>
            <tr>
              <th scope="col">Town</th>
              <th scope="col">Leads</th>
              <th scope="col">As it was</th>
              <th scope="col">By the draft</th>
              <th scope="col">Gap</th>
            </tr>
          </thead>
          <tbody>
            {areas.map(({ area, leads, gapBefore, gapAfter, isWider }) => (
              <tr key={area}>
                <th scope="row">{townName(area)}</th>
                <td>{formatCount(leads)}</td>
                <td>{points(gapBefore)}</td>
                <td>{points(gapAfter)}</td>
                <td>
                  {isWider ? (
                    <StatusBadge tone="warning">Grows</StatusBadge>
                  ) : (
                    <StatusBadge tone="neutral" variant="plain">
                      As before
                    </StatusBadge>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className={classes.soft}>
        Points of a hundred by which the expected share within 15 minutes lies above or below that of all other towns.
      </p>
    </div>
  )
}

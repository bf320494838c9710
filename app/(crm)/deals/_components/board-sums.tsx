import { OPEN_STAGES } from '#server/domain/deals/deals.words.ts'
import { formatCount } from '../../../_ui/format.ts'
import { Money } from '../../../_ui/money.tsx'
import type { BoardRead } from '../_queries.ts'
import classes from './board.module.css'

/** What is open adds up to so much, and is worth so much by the chance of each stage. */
export function BoardSums({ board }: { board: BoardRead }) {
  const open = board.stages.filter(({ stage }) => OPEN_STAGES.some((one) => one === stage))
  const sum = (of: (stage: (typeof open)[number]) => bigint) => Number(open.reduce((all, stage) => all + of(stage), 0n))
  const count = open.reduce((all, stage) => all + stage.count, 0)
  return (
    <dl className={classes.sums}>
      <div>
        <dt>{board.isPartial ? 'Open, at least' : 'Open'}</dt>
        <dd>{formatCount(count)}</dd>
      </div>
      <div>
        <dt>Adds up to</dt>
        <dd>
          <Money short cents={sum(({ priceCents }) => priceCents)} />
        </dd>
      </div>
      <div>
        <dt title="Each price by how many of a hundred deals of its stage close">Weighted by stage</dt>
        <dd>
          <Money short cents={sum(({ weightedCents }) => weightedCents)} />
        </dd>
      </div>
    </dl>
  )
}

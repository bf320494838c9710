import { Fact, Facts } from '../../../../_ui/fact.tsx'
import type { Offer } from '../../_queries.ts'

/** What is wanted and where: all that may be known before somebody takes it. */
export const Need = ({ lines }: Pick<Offer, 'lines'>) => (
  <Facts columns={2}>
    {lines.map(({ label, value }) => (
      <Fact key={label} label={label}>
        {value}
      </Fact>
    ))}
  </Facts>
)

import { IconAlertTriangle } from '@tabler/icons-react'
import { UNREACHABLE_WORDS } from '#server/domain/legacy/legacy.words.ts'
import { formatCount } from '../../../../_ui/format.ts'
import tones from '../../../../_ui/tone.module.css'
import type { StreamState } from '../_queries.ts'
import { countOf } from '../_streams.words.ts'
import classes from './legacy.module.css'

/** Documents that the sync can't place in time, and what brings them over. Nothing when there are none. */
export function Unreachable({ streams }: { streams: readonly StreamState[] }) {
  const some = streams.filter(({ unreachable }) => unreachable > 0)
  const total = some.reduce((sum, { unreachable }) => sum + unreachable, 0)
  if (total === 0) return null
  const parts = some.map(({ stream, unreachable }) => countOf(stream, unreachable)).join(', ')
  return (
    <section className={`${classes.notice} ${tones.warning}`} aria-labelledby="unreachable">
      <IconAlertTriangle size={20} aria-hidden />
      <h2 id="unreachable">
        {formatCount(total)} {total === 1 ? 'document is' : 'documents are'} out of reach: {parts}
      </h2>
      <p>{UNREACHABLE_WORDS}</p>
    </section>
  )
}

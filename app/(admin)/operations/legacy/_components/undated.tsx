import { IconCalendarQuestion } from '@tabler/icons-react'
import { UNDATED_WORDS } from '#server/domain/legacy/legacy.words.ts'
import { formatCount } from '../../../../_ui/format.ts'
import tones from '../../../../_ui/tone.module.css'
import type { StreamState } from '../_queries.ts'
import { countOf } from '../_streams.words.ts'
import classes from './legacy.module.css'

/** Documents that no date of change leads to, and who brings them. Nothing when there are none. */
export function Undated({ streams }: { streams: readonly StreamState[] }) {
  const some = streams.filter(({ unreachable }) => unreachable > 0)
  const total = some.reduce((sum, { unreachable }) => sum + unreachable, 0)
  if (total === 0) return null
  const parts = some.map(({ stream, unreachable }) => countOf(stream, unreachable)).join(', ')
  return (
    <section className={`${classes.notice} ${tones.neutral}`} aria-labelledby="undated">
      <IconCalendarQuestion size={20} aria-hidden />
      <h2 id="undated">
        {formatCount(total)} {total === 1 ? 'document has' : 'documents have'} no usable date: {parts}
      </h2>
      <p>{UNDATED_WORDS}</p>
    </section>
  )
}

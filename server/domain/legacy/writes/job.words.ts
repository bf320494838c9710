import type { JobResult } from '#server/domain/jobs/jobs.result.ts'
import type { WriteCounts } from './relay.ts'
import { LONGEST_WAIT_MINUTES } from './writes.words.ts'

type Gap = { stillWaiting: number; oldestSeconds: number }

/** "12 records written across; 3 wait." Red when the oldest of them has waited for too long. */
export function writesInWords({ written, agreed, waiting }: WriteCounts, gap: Gap): JobResult {
  const counts = { written, agreed, waiting, ...gap }
  const minutes = Math.floor(gap.oldestSeconds / 60)
  const isLate = minutes >= LONGEST_WAIT_MINUTES
  const done = written + agreed
  const parts = [
    written > 0 ? `${written} ${written === 1 ? 'record' : 'records'} written across` : null,
    agreed > 0 ? `${agreed} the same on both sides already` : null,
    gap.stillWaiting > 0 ? `${gap.stillWaiting} still wait, the oldest for ${minutes} min` : null,
  ].filter((part) => part !== null)
  if (parts.length === 0) return { words: 'Nothing was waiting.', outcome: 'good', counts }
  const outcome = isLate ? 'bad' : waiting > 0 && done === 0 ? 'warning' : 'good'
  return { words: `${parts.join(', ')}.`, outcome, counts }
}

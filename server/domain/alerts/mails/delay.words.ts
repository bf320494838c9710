import { spokenDuration } from '#server/domain/jobs/alarms.words.ts'

type Told = {
  /** From the first change reaching us to this moment. */
  delayMs: number
  homes: readonly { kind: string }[]
}

/**
 * How fast it was, in the mail's own footer: "Sent 4 minutes after this home reached us." Counted from when we knew,
 * because when an agent typed it into the MLS is not ours to say; of several homes, the oldest counts.
 */
export function delayInWords({ delayMs, homes }: Told): string {
  const after = spokenDuration(Math.max(1_000, delayMs))
  const [only, ...others] = homes
  if (others.length > 0) return `Sent within ${after} of these changes reaching us.`
  return `Sent ${after} after ${only?.kind === 'New' ? 'this home' : 'this change'} reached us.`
}

/** Whose doing a difference is, in the order in which an admin wants to see it. */
export const CAUSES = [
  ...(['unexplained', 'oursMissed', 'oursWrong', 'ourRunFailed', 'dataLate', 'ruleDiffers', 'theirsMissed'] as const),
  ...(['theirsSkippedRun', 'duplicate', 'unsubscribed', 'suppressed', 'saidNo', 'rhythm', 'addressChanged'] as const),
  ...(['hiddenHome', 'cutOff', 'searchUnknown', 'personUnknown', 'homeUnknown', 'clockShift', 'onlyHere'] as const),
] as const
export type Cause = (typeof CAUSES)[number]

/** Until a person explains one of these, Palmetto is not proven right, and alerts can not be switched. */
export const OPEN_CAUSES = ['unexplained', 'oursMissed', 'oursWrong', 'ourRunFailed'] as const satisfies Cause[]
export const isOpenCause = (cause: Cause): boolean => OPEN_CAUSES.some((open) => open === cause)

type Words = { label: string; words: string }

/** A cause in two or three words, and in a sentence. */
export const CAUSE_WORDS: Record<Cause, Words> = {
  unexplained: { label: 'Unexplained', words: 'Nothing on record says why. Somebody has to look.' },
  oursMissed: {
    label: 'We missed it',
    words: 'It fits what they asked for, a run of ours read it, and we did not tell.',
  },
  oursWrong: { label: 'We told wrongly', words: 'We told of it, and it does not fit what they asked for.' },
  ourRunFailed: { label: 'Our run failed', words: 'No run of ours had read the change, or the mail did not leave.' },
  dataLate: { label: 'Data was late', words: 'One of the two worked with what was no longer, or not yet, so.' },
  ruleDiffers: { label: 'Rules differ', words: 'The old engine judges this criterion in another way.' },
  theirsMissed: {
    label: 'They missed it',
    words: 'It fits, something happened to it, and the old engine did not tell.',
  },
  theirsSkippedRun: {
    label: 'They skipped a run',
    words: 'The old engine wrote to nobody when it should have told this.',
  },
  duplicate: { label: 'Sent twice', words: 'The old engine told the same news again.' },
  unsubscribed: { label: 'Alert is off', words: 'Their alert is off or at rest; the old engine wrote all the same.' },
  suppressed: { label: 'No mails wanted', words: 'This address gets no mails from us, whatever fits.' },
  saidNo: { label: 'They said no', words: 'They have said no to this home, where the old engine does not ask.' },
  rhythm: { label: 'Another rhythm', words: 'We tell it on its day, in the morning, or after an agent has looked.' },
  addressChanged: { label: 'Old address', words: 'The old engine wrote to an address that is no longer theirs.' },
  hiddenHome: { label: 'Hidden home', words: 'The seller keeps it off the internet; no mail may show it.' },
  cutOff: { label: 'Cut off', words: 'Their mail was full: it holds no more homes than that.' },
  searchUnknown: {
    label: 'No such alert',
    words: 'The alert that they sent it for does not exist any more, or waits in quarantine.',
  },
  personUnknown: {
    label: 'No such person',
    words: 'The person they wrote to does not exist here: gone, or in quarantine.',
  },
  homeUnknown: { label: 'No such home', words: 'The home they told of does not exist here: gone, or in quarantine.' },
  clockShift: {
    label: 'Wrong clock',
    words: 'Their log gives it a time that is hours off; by its id it agrees with ours.',
  },
  onlyHere: { label: 'Only in Palmetto', words: 'The alert, the home or the news exists in Palmetto alone.' },
}

export const KIND_WORDS = {
  theirsOnly: 'only the old engine told',
  oursOnly: 'only Palmetto told',
  twice: 'told more than once',
  price: 'told at another price',
  address: 'sent to another address',
} as const

/** The switch looks at so many complete days. */
export const VERDICT_DAYS = 7

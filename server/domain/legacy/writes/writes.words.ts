/** Why a record has not gone across, and what helps. */
export const WAIT_WORDS = {
  unreachable: {
    label: 'Old database away',
    words: 'The old database does not answer. It is asked again by itself.',
  },
  breaker: {
    label: 'Calls are stopped',
    words: 'The old database failed several times in a row, so it is left alone for a moment before it is asked again.',
  },
  refused: {
    label: 'Refused there',
    words: 'The old database will not have it as it is. Others go on; this one is tried again now and then.',
  },
  changing: {
    label: 'Being edited there',
    words: 'Somebody changed it over there at the same moment. It is read again and then written.',
  },
  'no-twin': {
    label: 'Names somebody unknown there',
    words: 'It belongs to somebody whom the old system does not know. It follows when they are known there.',
  },
  aside: {
    label: 'Put aside by the sync',
    words: 'The old record can not be read, so nothing is written over it. Correct it on the page of the sync.',
  },
  missing: {
    label: 'Not found there',
    words: 'The old system does not have the record any more. The next walk says whether it is really gone.',
  },
} as const
export type WaitReason = keyof typeof WAIT_WORDS

const isReason = (reason: string): reason is WaitReason => reason in WAIT_WORDS

/** A reason for people; one that this version no longer gives stands for itself. */
export const waitLabel = (reason: string): string => (isReason(reason) ? WAIT_WORDS[reason].label : reason)
export const waitWords = (reason: string): string => (isReason(reason) ? WAIT_WORDS[reason].words : reason)

/** Longer than this, and somebody has to look. */
export const LONGEST_WAIT_MINUTES = 15

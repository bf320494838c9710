import { type PondAge, pondAgeOf } from '#server/domain/leads/offers/pond-ages.words.ts'
import type { Tone } from '../../_ui/tone.ts'

const HOUR_MS = 3_600_000

export const AGE_SAID: Record<PondAge, { tone: Tone; word: string }> = {
  old: { tone: 'bad', word: 'Old' },
  aging: { tone: 'warning', word: 'Getting old' },
  waiting: { tone: 'waiting', word: 'Waiting' },
  fresh: { tone: 'good', word: 'Fresh' },
}

/** How long something has been waiting, in one word and a number: "3 days". */
export function longSince(since: Date, now: number): string {
  const hours = Math.max(0, now - since.getTime()) / HOUR_MS
  if (hours < 1) return `${Math.max(1, Math.floor(hours * 60))} min`
  return hours < 48 ? `${Math.floor(hours)} h` : `${Math.floor(hours / 24)} days`
}

/** How long something lies in a pond, as a tone, a word and a number: "Old, 3 days". */
export const ageOf = (since: Date, now: number) => ({ ...AGE_SAID[pondAgeOf(since, now)], long: longSince(since, now) })

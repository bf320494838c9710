import type { Tone } from '../../_ui/tone.ts'

const HOUR_MS = 3_600_000

/** How long something lies in a pond, as a tone, a word and a number: "Old, 3 days". */
export function ageOf(since: Date, now: number): { tone: Tone; word: string; long: string } {
  const hours = Math.max(0, now - since.getTime()) / HOUR_MS
  const long =
    hours < 1
      ? `${Math.max(1, Math.floor(hours * 60))} min`
      : hours < 48
        ? `${Math.floor(hours)} h`
        : `${Math.floor(hours / 24)} days`
  if (hours < 1) return { tone: 'good', word: 'Fresh', long }
  if (hours < 24) return { tone: 'waiting', word: 'Waiting', long }
  return hours < 72 ? { tone: 'warning', word: 'Getting old', long } : { tone: 'bad', word: 'Old', long }
}

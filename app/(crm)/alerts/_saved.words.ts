import { homesInWords } from '#server/domain/alerts/first-send/first-send.words.ts'

/** What a saved alert says, and what becomes of the homes that it begins with. */
export function savedInWords(saved: string, firstHomes: number | null): string {
  if (firstHomes === null) return saved
  if (firstHomes === 0) return `${saved} No home matches now, so nothing is sent to begin with.`
  return `${saved} ${homesInWords(firstHomes)} ${firstHomes === 1 ? 'leaves' : 'leave'} with the next run.`
}

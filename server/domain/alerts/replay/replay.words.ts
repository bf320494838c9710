import type { Comparison } from './replay.sql.ts'

const count = new Intl.NumberFormat('en-US')
const some = (number: number, one: string, many: string) => `${count.format(number)} ${number === 1 ? one : many}`

export const NEVER_KEPT = 'This run was made before runs kept what they saw.'
export const NO_LONGER_KEPT = 'What this run saw is no longer kept, so it cannot be run again.'

export const isSame = ({ lost, extra, peopleLost, peopleExtra }: Comparison) =>
  lost + extra + peopleLost + peopleExtra === 0

/** "Same 312 homes, same 87 people." */
export function comparisonInWords(told: Comparison): string {
  const { homes, people, spared, lost, extra, peopleLost, peopleExtra, gone } = told
  const since =
    gone > 0 ? ` ${some(gone, 'search has', 'searches have')} been deleted since, and could not be asked again.` : ''
  if (isSame(told)) {
    if (homes === 0) return `Same: nobody was looking for any of these homes.${since}`
    const quiet =
      spared > 0 ? ` ${some(spared, 'person was', 'people were')} not written to then, as they had asked.` : ''
    return `Same ${some(homes, 'home', 'homes')}, same ${some(people, 'person', 'people')}.${quiet}${since}`
  }
  const parts = [
    lost > 0 && `${some(lost, 'match is', 'matches are')} not found again`,
    extra > 0 && `${some(extra, 'match was', 'matches were')} not found then`,
    peopleLost > 0 && `${some(peopleLost, 'person', 'people')} would not be written to`,
    peopleExtra > 0 && `${some(peopleExtra, 'person', 'people')} would be written to as well`,
  ].filter((part) => part !== false)
  return `Not the same: ${parts.join('; ')}.${since}`
}

import type { Plan, Undone } from './_queries.ts'

type Planned = Plan['leads'][number]

const listed = new Intl.ListFormat('en-US', { style: 'long', type: 'conjunction' })

/** "Ann Lee is asked, by “In turn”". */
export function plannedInWords({ kind, names, ruleName, stays }: Planned): string {
  const [name = 'Nobody'] = names
  if (stays) return `${name} keeps it, by “${ruleName}”`
  switch (kind) {
    case 'assign':
      return `${name} gets it, by “${ruleName}”`
    case 'offer':
      return `${name} is asked, by “${ruleName}”`
    case 'offer-all':
      return `${names.length > 4 ? `${names.length} agents` : listed.format(names)} are asked at once, by “${ruleName}”`
    case 'pond':
      return `It goes into ${name}, by “${ruleName}”`
  }
}

/** "5 to Ann Lee, 4 to Ben Ray, 1 into Rentals": the numbers before it is done. */
export function tallyInWords({ leads }: Pick<Plan, 'leads'>): string {
  const groups = Map.groupBy(
    leads.filter(({ stays }) => !stays),
    ({ kind, names }) =>
      kind === 'offer-all' ? 'held out to several' : `${kind === 'pond' ? 'into' : 'to'} ${names[0] ?? 'nobody'}`,
  )
  return listed.format(
    [...groups].toSorted((a, b) => b[1].length - a[1].length).map(([to, own]) => `${own.length} ${to}`),
  )
}

export const countedLeads = (count: number) => (count === 1 ? '1 lead' : `${count} leads`)

/** More names than that nobody reads in a notice. */
const MOST_NAMED = 3

/** "2 leads are back with whoever had them. Not given back: Nora Hall (Ben Ray has it now) and 4 more." */
export function undoneInWords({ back, kept }: Undone): string {
  const done = `${countedLeads(back)} ${back === 1 ? 'is back with whoever had it' : 'are back with whoever had them'}.`
  if (kept.length === 0) return done
  const named = kept.slice(0, MOST_NAMED).map(({ fullName, why }) => `${fullName} (${why})`)
  const rest = kept.length - named.length
  const stays = `Not given back: ${listed.format(rest > 0 ? [...named, `${rest} more`] : named)}.`
  return back === 0 ? stays : `${done} ${stays}`
}

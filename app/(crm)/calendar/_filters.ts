import { readId } from '../_lists/params.ts'

/** What the address of the page can hold; without it: my own days, the seven from today on. */
export type CalendarFilters = {
  who?: string | undefined
  /** The first of the seven days. */
  from?: string | undefined
}

const DAY = /^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/

export function readCalendarFilters(params: Iterable<[string, string]>): CalendarFilters {
  const { who, from } = Object.fromEntries<string | undefined>(params)
  return {
    who: who === 'all' ? 'all' : readId(who),
    from: from && DAY.test(from) && new Date(`${from}T00:00:00Z`).toISOString().startsWith(from) ? from : undefined,
  }
}

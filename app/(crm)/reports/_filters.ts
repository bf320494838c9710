import { AREA_KINDS, type AreaKind } from '#server/domain/leads/fairness/fairness.words.ts'
import {
  CLOCKS,
  type Clock,
  GROUPINGS,
  type Grouping,
  RESPONSE_DAYS,
  WAIT_BAR_KEYS,
  type WaitBar,
} from '#server/domain/leads/response/response.words.ts'
import { readChoice, readText } from '../_lists/params.ts'

type Entries = Iterable<[string, string]>
const DAYS = RESPONSE_DAYS.map(String)

export type ResponseFilters = {
  days: string | undefined
  clock: Clock | undefined
  by: Grouping | undefined
  bar: WaitBar | undefined
  key: string | undefined
}

/** The address of the report; what makes no sense counts as not there. */
export function readResponse(entries: Entries): ResponseFilters {
  const { days, clock, by, bar, key } = Object.fromEntries<string | undefined>(entries)
  return {
    days: readChoice(days, DAYS),
    clock: readChoice(clock, CLOCKS),
    by: readChoice(by, GROUPINGS),
    bar: readChoice(bar, WAIT_BAR_KEYS),
    key: readText(key),
  }
}

export const toResponseInput = ({ days, clock, by }: ResponseFilters) => ({
  days: RESPONSE_DAYS.find((each) => String(each) === days) ?? 30,
  clock: clock ?? CLOCKS[0],
  by: by ?? GROUPINGS[0],
})

export type FairnessFilters = { month: string | undefined; by: AreaKind | undefined; area: string | undefined }

const MONTH = /^20\d\d-(0[1-9]|1[0-2])$/

export function readFairness(entries: Entries): FairnessFilters {
  const { month, by, area } = Object.fromEntries<string | undefined>(entries)
  return {
    month: month && MONTH.test(month) ? month : undefined,
    by: readChoice(by, AREA_KINDS),
    area: readText(area),
  }
}

export const toMonthInput = ({ month, by }: FairnessFilters) => ({
  ...(month ? { month } : {}),
  by: by ?? AREA_KINDS[0],
})

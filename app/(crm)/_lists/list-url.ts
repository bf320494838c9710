/** Filters of a list as its address holds them. */
export type UrlFilters = Record<string, string | undefined>

/** The filter part of an address, always in one order, so that two of them can be compared. */
export const writeFilters = (filters: UrlFilters): string =>
  new URLSearchParams(
    Object.entries(filters)
      .flatMap(([key, value]): [string, string][] => (value ? [[key, value]] : []))
      .toSorted(([a], [b]) => a.localeCompare(b)),
  ).toString()

/** The same with the view it started from: what was changed since can then be told. */
export const listUrl = (query: string, viewId: string | null) =>
  `?${[query, viewId ? `view=${viewId}` : ''].filter(Boolean).join('&')}`

/** The parameters of a page on the server, each once. */
export const entriesOf = (params: Record<string, string | string[] | undefined>): [string, string][] =>
  Object.entries(params).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[key, value]] : [],
  )

const RESULT_KINDS = ['home', 'person', 'place', 'alert'] as const
export type Found = { kind: (typeof RESULT_KINDS)[number]; id: string; href: string; label: string; detail: string }

const KEY = 'palette-recents'
const KEPT = 5

const isFound = (value: unknown): value is Found =>
  typeof value === 'object' &&
  value !== null &&
  'kind' in value &&
  RESULT_KINDS.some((kind) => kind === value.kind) &&
  ['id', 'href', 'label', 'detail'].every((key) => typeof Object(value)[key] === 'string')

/** What was opened last comes first, each once. */
export const withRecent = (recents: readonly Found[], opened: Found): Found[] =>
  [opened, ...recents.filter(({ href }) => href !== opened.href)].slice(0, KEPT)

/** What was opened from the palette, in this tab: names of people are gone with it, on a shared machine too. */
export function readRecents(): Found[] {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '[]')
    return Array.isArray(stored) ? stored.filter(isFound).slice(0, KEPT) : []
  } catch {
    return []
  }
}

export const keepRecent = (opened: Found) =>
  sessionStorage.setItem(KEY, JSON.stringify(withRecent(readRecents(), opened)))

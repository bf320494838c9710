import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '#server/trpc/root.ts'
import { CRITERION_WORDS } from '../_why.words.ts'

export type VersionPage = inferRouterOutputs<AppRouter>['versions']['list']
export type Version = VersionPage['items'][number]
type Change = Version['changes'][number]

/** "Price: up to $600,000 (was up to $550,000)". */
export const changeInWords = ({ of, now, was }: Change): string =>
  of === 'events' ? `Writes when a home ${now} (was ${was})` : `${CRITERION_WORDS[of]}: ${now} (was ${was})`

/** What a version did, in one line each. */
export function changesInWords({ changes, isFirst }: Pick<Version, 'changes' | 'isFirst'>): string[] {
  if (isFirst) return ['Set up']
  return changes.length > 0 ? changes.map(changeInWords) : ['Saved with the same wishes']
}

export function mailsInWords(mails: number): string {
  return mails === 1 ? '1 mail' : `${mails.toLocaleString('en-US')} mails`
}

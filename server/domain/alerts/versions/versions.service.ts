import type { Context } from '#server/context.ts'
import { DomainError, notFound } from '#server/errors.ts'
import { visibleSearches } from '../searches.policy.ts'
import { fromVersion } from '../searches.rows.ts'
import { reviseSearch } from '../searches.service.ts'
import { changesBetween } from './changes.ts'
import type { GoBackInput } from './versions.schema.ts'

/**
 * Lets a search ask again for what it asked for in an earlier version. That is a new version: what mails matched under
 * the ones between stays known. The way back from it is the same again.
 */
export async function goBackToVersion(ctx: Context, { searchId, version, basedOnVersion }: GoBackInput) {
  const { db, actor } = ctx
  const search = await db.savedSearch.findFirst({
    where: { AND: [visibleSearches(actor), { id: searchId }] },
    select: { name: true, current: true, versions: { where: { version } } },
  })
  const [old] = search?.versions ?? []
  if (!search || !old) throw notFound('This version')
  const criteria = fromVersion(old)
  if (changesBetween(fromVersion(search.current), criteria).length === 0) {
    throw new DomainError('BAD_REQUEST', 'The alert asks for just that already. Nothing was changed.')
  }
  return reviseSearch(ctx, { searchId, name: search.name, criteria, basedOnVersion })
}

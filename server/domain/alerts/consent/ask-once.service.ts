import type { Db } from '#server/db.ts'
import { askedOnceInWords } from './consent.words.ts'

type Mail = { id: string; searches: readonly { id: string; name: string }[] }

/**
 * Of searches that began with a box ticked under a question: the first mail asks once whether they are still wanted. A
 * mail that has to be composed again asks again, another one does not.
 */
export async function askOnce(tx: Db, { id, searches }: Mail): Promise<string[]> {
  const due = await tx.searchConsent.findMany({
    where: {
      searchId: { in: searches.map((search) => search.id) },
      source: 'Inquiry',
      OR: [{ askedInMailId: null }, { askedInMailId: id }],
    },
    select: { searchId: true, consentedAt: true },
  })
  if (due.length === 0) return []
  await tx.searchConsent.updateMany({
    where: { searchId: { in: due.map(({ searchId }) => searchId) }, askedInMailId: null },
    data: { askedInMailId: id },
  })
  const nameOf = new Map(searches.map(({ id: searchId, name }) => [searchId, name]))
  return due.map(({ searchId, consentedAt }) => askedOnceInWords(nameOf.get(searchId) ?? '', consentedAt))
}

import type { Db } from '#server/db.ts'
import type { Prisma } from '#server/generated/prisma/client.ts'
import { consentInWords, consentToThem } from './consent.words.ts'

/** What says who wanted a search. */
export const consentColumns = {
  ...{ source: true, consentedAt: true, consentText: true },
  statedBy: { select: { fullName: true } },
} satisfies Prisma.SearchConsentSelect
type Kept = Prisma.SearchConsentGetPayload<{ select: typeof consentColumns }>

const flat = (consent: Kept) => ({ ...consent, statedBy: consent.statedBy?.fullName ?? null })

/** Who wanted a search, in words for an agent; null where nobody noted it. The caller has checked who may see it. */
export async function readConsent(db: Db, searchId: string): Promise<string | null> {
  const consent = await db.searchConsent.findUnique({ where: { searchId }, select: consentColumns })
  return consent && consentInWords(flat(consent))
}

/** The same to the person whose search it is. */
export const toldToThem = (consent: Kept | null): string | null => consent && consentToThem(flat(consent))

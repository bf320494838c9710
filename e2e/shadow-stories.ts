import type { PrismaClient } from '#server/generated/prisma/client.ts'
import type { ShadowCause, ShadowKind } from '#server/generated/prisma/enums.ts'
import { newId } from '#server/ids.ts'

type Told = { kind: ShadowKind; cause: ShadowCause; criterion?: string; note?: string }

const FOUND: readonly Told[] = [
  { kind: 'theirsOnly', cause: 'ruleDiffers', criterion: 'bedrooms' },
  { kind: 'oursOnly', cause: 'ruleDiffers', criterion: 'price', note: 'it costs exactly what they named' },
  { kind: 'oursOnly', cause: 'theirsMissed' },
  { kind: 'theirsOnly', cause: 'unsubscribed', note: 'switched off' },
  { kind: 'theirsOnly', cause: 'oursMissed' },
  { kind: 'twice', cause: 'duplicate' },
  { kind: 'price', cause: 'dataLate', note: 'they told a price that it no longer had' },
  { kind: 'address', cause: 'addressChanged' },
  { kind: 'theirsOnly', cause: 'hiddenHome' },
  {
    kind: 'oursOnly',
    cause: 'theirsSkippedRun',
    note: 'they wrote to nobody from 14:05 on for longer than they ever pause',
  },
]
const DAY_MS = 86_400_000

/** Nine days of two engines side by side: most of it alike, some of it not, and one difference that nobody can explain. */
export async function aShadowWeek(db: PrismaClient): Promise<void> {
  const midnight = new Date(`${new Date().toISOString().slice(0, 10)}T00:00:00Z`)
  const [contacts, homes] = [
    await db.contact.findMany({
      where: { removedAt: null, savedSearches: { some: {} } },
      include: { savedSearches: true },
      take: 4,
    }),
    await db.listing.findMany({ orderBy: { onMarketTimestamp: 'desc' }, take: FOUND.length }),
  ]
  for (let back = 8; back >= 1; back -= 1) {
    const day = new Date(midnight.getTime() - back * DAY_MS)
    const found = FOUND.slice(0, back === 2 ? FOUND.length : back === 5 ? 0 : (back * 3) % 5)
    const open = found.filter(({ cause }) => cause === 'oursMissed').length
    const times = {
      startedAt: day,
      endedAt: new Date(day.getTime() + 1.25 * DAY_MS),
      until: new Date(day.getTime() + 1.2 * DAY_MS),
    }
    const counts = {
      people: 240 - back * 7,
      pairs: 412 - back * 11,
      agreed: 412 - back * 11 - found.length,
      differences: found.length,
      unexplained: open,
    }
    const row = { state: 'complete' as const, pass: 1, ...times, ...counts }
    await db.legacyShadowDay.upsert({ where: { day }, create: { day, ...row }, update: row })
    for (const [index, { note = null, ...told }] of found.entries()) {
      const [contact, home] = [contacts[Math.floor(index / 3) % contacts.length], homes[index]]
      if (!contact || !home) continue
      const at = new Date(day.getTime() + (19 * 60 + index * 7) * 60_000)
      const searchId = contact.savedSearches[0]?.id ?? null
      const alertId = newId()
      await db.legacySentAlert.create({
        data: {
          ...{ id: alertId, contactSourceId: `s:${contact.id}`, listingSourceIds: [`s:${home.id}`], kinds: ['new'] },
          ...{ pricesCents: [home.listPriceCents], sentTo: contact.email, sentAt: at, writtenAt: at },
        },
      })
      const mail = {
        alertId,
        writtenAt: at.toISOString(),
        priceCents: Number(home.listPriceCents),
        news: 'new',
        searchId,
      }
      const theirs =
        told.kind === 'oursOnly' ? [] : [{ ...mail, at: at.toISOString(), searchSourceId: null, homesInMail: 3 }]
      const said = {
        at: new Date(at.getTime() + 420_000).toISOString(),
        searchId,
        kind: 'New',
        eventId: alertId,
        state: 'sent',
      }
      const ours = told.kind === 'theirsOnly' || searchId === null ? [] : [said]
      const key = { day, person: contact.id, home: home.id, kind: told.kind }
      const difference = {
        ...told,
        ...key,
        contactId: contact.id,
        listingId: home.id,
        pass: 1,
        evidence: { note, theirs, ours },
      }
      await db.legacyShadowDifference.upsert({ where: { day_person_home_kind: key }, create: difference, update: {} })
    }
  }
}

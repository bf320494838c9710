import { z } from 'zod'
import type { Context } from '#server/context.ts'
import { checkHome } from '#server/domain/alerts/knowing/checks.ts'
import { fromVersion } from '#server/domain/alerts/searches.rows.ts'
import { notFound } from '#server/errors.ts'
import type { DifferenceInput } from './shadow.schema.ts'

const moment = z.coerce.date()
const evidenceSchema = z.object({
  note: z.string().nullable(),
  theirs: z.array(
    z.object({
      ...{ alertId: z.string(), at: moment, writtenAt: moment.nullable(), priceCents: z.number(), news: z.string() },
      ...{ searchId: z.string().nullable(), searchSourceId: z.string().nullable(), homesInMail: z.number() },
    }),
  ),
  ours: z.array(z.object({ at: moment, searchId: z.string(), kind: z.string(), state: z.string().nullable() })),
})

/** One difference with its evidence: what they sent, what we sent, and why; with the names that the ids stand for. */
export async function getDifference({ db }: Context, { differenceId }: DifferenceInput) {
  const row = await db.legacyShadowDifference.findUnique({
    where: { id: differenceId },
    include: {
      contact: { select: { id: true, fullName: true, email: true } },
      listing: true,
      explainedBy: { select: { fullName: true } },
    },
  })
  if (!row) throw notFound('This difference')
  const { theirs, ours, note } = evidenceSchema.parse(row.evidence)
  const searchIds = [...theirs.flatMap(({ searchId }) => searchId ?? []), ...ours.map(({ searchId }) => searchId)]
  const [alerts, searches] = await Promise.all([
    db.legacySentAlert.findMany({
      where: { id: { in: theirs.map(({ alertId }) => alertId) } },
      select: { id: true, sentTo: true },
    }),
    db.savedSearch.findMany({
      where: { id: { in: searchIds } },
      select: { id: true, name: true, current: true },
    }),
  ])
  const searchOf = (id: string | null) => {
    const found = searches.find((search) => search.id === id)
    return found ? { id: found.id, name: found.name, summary: found.current.summary } : null
  }
  const asked = searches.find(({ id }) => searchIds.includes(id))
  const { id, day, person, home, kind, cause, criterion, explanation, explainedAt, explainedBy, contact, listing } = row
  return {
    ...{ id, day: day.toISOString().slice(0, 10), person, home, kind, cause, criterion, note, contact },
    listing: listing && {
      ...{ id: listing.id, streetAddress: listing.streetAddress, unitNumber: listing.unitNumber, city: listing.city },
    },
    /** What the alert asks for and what the home has, as both stand now. */
    checks: listing && asked ? checkHome(fromVersion(asked.current), listing) : [],
    theirs: theirs.map((sent) => ({
      ...sent,
      to: alerts.find((alert) => alert.id === sent.alertId)?.sentTo ?? null,
      search: searchOf(sent.searchId),
    })),
    ours: ours.map((said) => ({ ...said, search: searchOf(said.searchId) })),
    explained: explainedAt && { reason: explanation ?? '', at: explainedAt, by: explainedBy?.fullName ?? null },
  }
}

import { raiseIncident, resolveIncident } from '#server/domain/jobs/incidents.service.ts'
import { lookUpPerson, type PeopleDeps } from './people.service.ts'
import type { Mapped } from './people.words.ts'

const UNREACHABLE = 'slack-people-missing'

/** Somebody new is given a day to be invited to Slack. */
const PATIENCE_MS = 24 * 3_600_000

/** Tells admins of those who have been missing for a day. */
export async function tellOfMissing({ db, now }: PeopleDeps): Promise<{ told: number }> {
  const missing = await db.slackPerson.count({
    where: { missingSince: { lt: new Date(now().getTime() - PATIENCE_MS) }, person: { removedAt: null } },
  })
  if (missing === 0) {
    await resolveIncident(db, UNREACHABLE)
    return { told: 0 }
  }
  await raiseIncident(db, {
    causeKey: UNREACHABLE,
    title: missing === 1 ? 'Somebody can not be reached in Slack' : `${missing} people can not be reached in Slack`,
    detail: 'Nobody in Slack has their e-mail address, so leads reach them by mail only. The settings name them.',
    href: '/settings/slack',
  })
  return { told: missing }
}

/** Slack answers fifty of these questions a minute. */
const BATCH = 40

export type MappedBatch = Mapped & { last: string | null }

/**
 * Looks the next people up anew, one after the other; `last` is where to go on, a minute later. Those whom nobody could
 * be asked about stay as they were known.
 */
export async function mapPeople(deps: PeopleDeps, after: string | null): Promise<MappedBatch> {
  const people = await deps.db.person.findMany({
    where: { removedAt: null, ...(after ? { id: { gt: after } } : {}) },
    select: { id: true, email: true },
    orderBy: { id: 'asc' },
    take: BATCH,
  })
  const counts: Mapped = { reachable: 0, missing: 0, unasked: 0 }
  for (const person of people) {
    const found = await lookUpPerson(deps, person)
    if (found.ok) counts.reachable += 1
    else if (found.kind === 'nobody') counts.missing += 1
    else counts.unasked += 1
  }
  return { ...counts, last: people.length === BATCH ? (people.at(-1)?.id ?? null) : null }
}

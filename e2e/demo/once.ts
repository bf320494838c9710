import type { RootDb } from '#server/db.ts'
import { expectedAlerts, takeSnapshot } from '#world/brute-force.ts'
import type { InboxMessage } from '#world/inbox.ts'
import { createMarket } from '#world/legacy/market.ts'
import { LEGACY_DATABASE } from '#world/world.ts'
import { runJob, waitUntil } from './operate.ts'
import type { Demo } from './start.ts'

const MOVES = 120

export type OnceReport = {
  changed: number
  searches: number
  matches: number
  people: number
  planned: number
  sent: number
  failed: number
  suppressed: number
  deferred: number
  inbox: number
  /** What the brute force over the legacy documents expected. */
  expected: { changed: number; matches: number; people: number }
  differences: string[]
  ms: number
}

/** Which homes an arrived mail names, by their MLS numbers, and how many more it counts and leads to. */
const toldIn = ({ text }: InboxMessage): Told => ({
  homes: new Set([...text.matchAll(/^MLS# (\S+)$/gm)].map(([, number]) => number ?? '')),
  more: Number(/^And ([\d,]+) more\. These/m.exec(text)?.[1]?.replaceAll(',', '') ?? 0),
})
type Told = { homes: Set<string>; more: number }

/** A lead, a digest or an invitation may be on its way at the same time. What the outbox does not know is counted. */
async function withoutOthers(db: RootDb, mails: readonly InboxMessage[]): Promise<InboxMessage[]> {
  const others = await db.outboxMail.findMany({ where: { kind: { not: 'alert' } }, select: { messageId: true } })
  const known = new Set(others.map(({ messageId }) => bareId(messageId)))
  return mails.filter(({ messageId }) => !known.has(bareId(messageId)))
}
const bareId = (messageId: string) => messageId.replace(/^<|>$/g, '')

function compare(expected: Map<string, Set<string>>, arrived: Map<string, Told>): string[] {
  const differences: string[] = []
  for (const [email, homes] of expected) {
    const { homes: named, more } = arrived.get(email) ?? { homes: new Set<string>(), more: 0 }
    // A mail with too many homes names the first of them, and has to count the others right.
    if (more > 0 && named.intersection(homes).size + more === homes.size) continue
    for (const home of homes.difference(named)) differences.push(`${home} did not reach ${email}`)
  }
  for (const [email, { homes }] of arrived) {
    for (const home of homes.difference(expected.get(email) ?? new Set()))
      differences.push(`${home} reached ${email} unasked`)
  }
  return differences
}

/** Moves the market, lets the alert run do its work, and compares the inbox with the plan and with a brute force. */
export async function runOnce({ world, db }: Demo, startedAt: number): Promise<OnceReport> {
  const { environment, legacy, inbox } = world
  const legacyDb = legacy.db(LEGACY_DATABASE)
  const earlier = new Set((await inbox.messages()).map(({ id }) => id))

  const before = await takeSnapshot(legacyDb, { isSwept: true })
  const market = createMarket({ db: legacyDb, seed: 7, photoOrigin: environment.PHOTO_ORIGIN })
  const movedAt = new Date()
  await market.move({ now: movedAt, moves: MOVES })
  const after = await takeSnapshot(legacyDb, { isSwept: true })

  // The sync stays a little behind the source's clock on purpose: ask again until the changes are old enough to be seen.
  await waitUntil('the sync has caught up with the market', async () => {
    await runJob(db, environment, 'sync-legacy')
    const cursor = await db.legacyCursor.findUnique({ where: { stream: 'listings' } })
    return Boolean(cursor?.updatedAt && cursor.updatedAt >= movedAt)
  })
  const run = await runJob(db, environment, 'send-alerts')
  await waitUntil('the books of the run are closed', async () => {
    await runJob(db, environment, 'close-alert-books')
    const books = await db.alertRun.findUnique({ where: { jobRunId: run.runId } })
    return books?.state === 'closed' || books?.state === 'broken'
  })
  const books = await db.alertRun.findUniqueOrThrow({ where: { jobRunId: run.runId } })
  const arrivedSince = async () =>
    withoutOthers(
      db,
      (await inbox.messages()).filter(({ id, to }) => !earlier.has(id) && to !== environment.ALARM_MAIL_TO),
    )
  await waitUntil('the inbox shows the mails', async () => (await arrivedSince()).length >= books.sent)

  const mails = await arrivedSince()
  const arrived = new Map(mails.map((mail) => [mail.to.toLowerCase(), toldIn(mail)]))
  const expected = expectedAlerts({ before, after })
  const differences = compare(expected.people, arrived)
  if (mails.length !== arrived.size) differences.push(`${mails.length - arrived.size} people got more than one mail`)
  if (books.state !== 'closed') differences.push(books.problem ?? 'the books are not closed')
  const { changed, searches, matches, people, planned, sent, failed, suppressed, deferred } = books
  return {
    ...{ changed, searches, matches, people, planned, sent, failed, suppressed, deferred },
    inbox: mails.length,
    expected: { changed: expected.changed, matches: expected.matches, people: expected.people.size },
    differences,
    ms: Math.round(performance.now() - startedAt),
  }
}

import type { Mailer } from '#server/adapters/mail/mail.ts'
import type { RootDb } from '#server/db.ts'
import { matchInSql } from '#server/domain/alerts/matching/match-in-sql.ts'
import { setPreference, stopEverything } from '#server/domain/alerts/preferences.service.ts'
import { setRecipients } from '#server/domain/alerts/recipients/recipients.service.ts'
import { planAlerts } from '#server/domain/alerts/run/plan-alerts.ts'
import { deliverMails } from '#server/domain/mail/mail.delivery.ts'
import type { ComposeMail } from '#server/domain/mail/mail.types.ts'
import { changeSuppression } from '#server/domain/mail/suppression.service.ts'
import { composeMail } from '#server/mail-composers.ts'
import type { MailgunPeer } from '#world/mailgun/peer.ts'
import { createRandom } from '#world/random.ts'
import { aListingEvent, aPlacedListing, aSearch } from './alert-factories.ts'
import { actorOf } from './caller.ts'
import { aContact, anAgent, anOffice } from './factories.ts'

const ZIP = '29482'
/** Composing and handing over one mail takes about this long: a change falls before, into, or after it. */
const SPREAD_MS = 40
const AT_ONCE = 8

type Runner = { email: string; change: (token: string) => Promise<unknown> }

/** People who want the same home, each with a way of their own to say no in the last moment. */
async function gatherRunners(db: RootDb, count: number): Promise<Map<string, Runner>> {
  const agent = await anAgent((await anOffice({}, db)).id, {}, db)
  const ctx = { db, actor: null, now: () => new Date() }
  const asAgent = { ...ctx, actor: actorOf(agent) }
  const runners = new Map<string, Runner>()
  /** A partner, whose contact stays: they leave alone, or the agent takes them off. */
  async function gatherPartner(searchId: string, leaves: boolean) {
    const email = `${crypto.randomUUID()}@example.test`
    const order = { searchId, theyAsked: true, bccMeYN: false }
    await setRecipients(asAgent, { ...order, recipients: [{ name: 'A partner', email, kind: 'To' }] })
    const change = leaves
      ? (token: string) => setPreference(ctx, { token, searchId, active: false })
      : () => setRecipients(asAgent, { ...order, recipients: [] })
    runners.set(email, { email, change })
  }
  async function gather(index: number) {
    const contact = await aContact(agent, {}, db)
    const { id: searchId } = await aSearch(agent, contact, { postalCodes: [ZIP] }, db)
    if (index % 3 === 2) return gatherPartner(searchId, index % 2 === 0)
    const [email, contactId] = [contact.email ?? '', contact.id]
    const ways = [
      (token: string) => stopEverything(ctx, { token, stopped: true }),
      () => changeSuppression(db, { email, reason: 'bounced', at: new Date() }),
      () => db.contact.update({ where: { id: contactId }, data: { removedAt: new Date() } }),
      (token: string) => setPreference(ctx, { token, searchId, active: false }),
    ]
    runners.set(email, { email, change: ways[index % ways.length] ?? (async () => {}) })
  }
  for (let from = 0; from < count; from += AT_ONCE) {
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, index) => gather(from + index)))
  }
  return runners
}

type Race = { db: RootDb; peer: MailgunPeer; mailer: Mailer; count: number; seed: number }

/**
 * As each mail is being composed, its person unsubscribes, is suppressed, is removed or switches the search off; one who
 * was added to a search leaves it, or is taken off. Counts mails that the provider took after that person had been told that it was done: there must be none.
 */
export async function raceTheLeaving({ db, peer, mailer, count, seed }: Race) {
  const random = createRandom(seed)
  const now = () => new Date()
  const plan = () =>
    planAlerts(
      { db, match: matchInSql, now },
      { jobRunId: crypto.randomUUID(), slot: new Date(random.int(0, 2 ** 40)) },
    )
  await plan()
  const runners = await gatherRunners(db, count)
  await aListingEvent(await aPlacedListing({ postalCode: ZIP }, db), {}, db)
  await plan()
  const addresses = await db.mailAddress.findMany({ select: { email: true, token: true } })
  const tokenOf = new Map(addresses.map(({ email, token }) => [email, token]))

  const dawdle = () => new Promise((resolve) => setTimeout(resolve, random.float() * SPREAD_MS))
  const toldAt = new Map<string, number>()
  const changes: Promise<unknown>[] = []
  const say = async ({ email, change }: Runner) => {
    await dawdle()
    await change(tokenOf.get(email) ?? '')
    toldAt.set(email, Date.now())
  }
  const compose: ComposeMail = async (tx, mail, at) => {
    const runner = runners.get(mail.recipient)
    if (runner) changes.push(say(runner))
    await dawdle()
    return composeMail(tx, mail, at)
  }
  await deliverMails({ db, mailer, compose, now }, { limit: 2 * count })
  await Promise.all(changes)
  const taken = peer.accepted.filter(({ to }) => runners.has(to))
  const late = taken.filter(({ to, at }) => at.getTime() > (toldAt.get(to) ?? Number.POSITIVE_INFINITY))
  return { raced: toldAt.size, taken: taken.length, late: late.length }
}

import { setTimeout as sleep } from 'node:timers/promises'
import type { Demo } from '#demo/start.ts'
import { newId } from '#server/ids.ts'
import { rulesInForce } from '#server/testing/lead-factories.ts'
import { leadSecretOf, signLead } from '#world/leads/sender.ts'
import { percentile } from '../bench.ts'
import { withDemo } from '../demo.ts'

type Options = { tell: (line: string) => void; perSecond: number; seconds: number }
export type Arrivals = { leads: number; lost: number; medianMs: number; p95Ms: number }

const WARM_UP_SECONDS = 10
/** Until the mails of the warm-up have left. */
const REST_MS = 5_000

/** A source with a webhook, and a rule that offers what comes by it to one agent after the other. */
async function prepare({ db }: Demo) {
  const agents = await db.person.findMany({ where: { role: 'agent', removedAt: null }, take: 200 })
  const admins = await db.person.findMany({ where: { role: { in: ['owner', 'admin'] }, removedAt: null }, take: 2 })
  const [proposer, publisher] = admins
  if (!proposer || !publisher) throw new Error('The demo has an owner and an admin.')
  const pool = { agentIds: agents.map(({ id }) => id) }
  const ladder = { clock: 'always' as const, steps: [] }
  const rule = {
    name: 'In turn',
    when: { doors: ['webhook' as const] },
    handOver: 'offer' as const,
    offerMinutes: 60,
    ladder,
  }
  await rulesInForce([{ ...rule, method: { kind: 'round-robin', pool } }], [proposer, publisher], db)
  const id = newId()
  const source = {
    id,
    key: `bench-${id.slice(-12)}`,
    name: 'A portal',
    door: 'webhook' as const,
    perMinute: 6_000,
    createdAt: new Date(),
  }
  return db.leadSource.create({ data: source })
}

/** Signed webhooks at a steady rate through the production build; timed from the request to Slack's answer to the message. */
export const timeArrivals = ({ tell, perSecond, seconds }: Options): Promise<Arrivals> =>
  withDemo(tell, async (demo) => {
    const { world, db } = demo
    const source = await prepare(demo)
    const url = `${world.environment.APP_URL}/api/leads/webhook/${source.key}`
    const secret = leadSecretOf(world.environment.NEXTAUTH_SECRET, source.id)

    const send = (count: number) =>
      Promise.all(
        Array.from({ length: count }, async (_none, index) => {
          await sleep((index * 1_000) / perSecond)
          const email = `lead-${newId()}@example.test`
          const body = JSON.stringify({ id: newId(), fullName: `Nora Hale`, email, leadType: 'Buyer' })
          const at = Date.now()
          const answer = await fetch(url, { method: 'POST', headers: signLead(secret, body), body })
          if (answer.status !== 202) throw new Error(`The webhook answered ${answer.status}: ${await answer.text()}`)
          return { email, at }
        }),
      )
    const start = new Date()
    // Asked for seldom and cheaply: looking must not take from what is measured.
    const countPosted = () =>
      db.slackMessage.count({ where: { key: { startsWith: 'offer:' }, postedAt: { gte: start } } })
    async function waitForAll(count: number) {
      for (let tries = 0; tries < 120 && (await countPosted()) < count; tries += 1) await sleep(1_000)
    }

    // A process that has just started compiles what it runs, and a connection reads the catalog: that is not what is asked.
    const warm = perSecond * WARM_UP_SECONDS
    tell(`${warm} leads to warm up`)
    await send(warm)
    await waitForAll(warm)
    await sleep(REST_MS)
    const leads = perSecond * seconds
    tell(`${leads} leads, ${perSecond} a second`)
    const sent = await send(leads)
    await waitForAll(warm + leads)
    const posted = await db.$queryRaw<{ email: string; postedAt: Date }[]>`
      SELECT lead.email::text, min(message.posted_at) AS "postedAt"
        FROM inquiry AS lead JOIN lead_offer AS offer ON offer.inquiry_id = lead.id
        JOIN slack_message AS message ON split_part(message.key, ':', 2) = offer.id::text
       WHERE lead.source_id = ${source.id}::uuid AND message.posted_at IS NOT NULL GROUP BY lead.email`
    const postedAt = new Map(posted.map(({ email, postedAt: at }) => [email, at.getTime()]))
    const took = sent.flatMap(({ email, at }) => (postedAt.has(email) ? [(postedAt.get(email) ?? 0) - at] : []))
    const [medianMs, p95Ms] = [percentile(took, 0.5), percentile(took, 0.95)]
    return { leads, lost: leads - took.length, medianMs, p95Ms }
  })

import { offerAnswered } from '#server/domain/leads/offers/offers.events.ts'
import type { PrismaClient } from '#server/generated/prisma/client.ts'
import { announce } from '#server/outbox.ts'
import { rulesInForce } from '#server/testing/lead-factories.ts'
import { leadSecretOf, signLead } from '#world/leads/sender.ts'
import { expect, test } from './fixtures.ts'
import type { TestWorld } from './global-setup.ts'
import { holdRules } from './lead-stories.ts'
import { openSlack } from './slack-stories.ts'

type Method = Parameters<typeof rulesInForce>[0][number]['method']
type Steps = NonNullable<NonNullable<Parameters<typeof rulesInForce>[0][number]['ladder']>['steps']>
type Given = { db: PrismaClient; world: TestWorld }

const personOf = ({ db, world }: Given, role: string) =>
  db.person.findUniqueOrThrow({ where: { email: world.accounts.find((one) => one.role === role)?.email ?? '' } })

let letGo: () => Promise<void>
test.beforeAll(async ({ world }) => {
  test.setTimeout(180_000)
  letGo = await holdRules(world)
})
test.afterAll(() => letGo())

/** A portal of this test's own, and who is asked for its leads. */
async function aPortal({ db, world }: Given, method: Method, steps: Steps) {
  const id = crypto.randomUUID()
  const key = `portal-${id.slice(0, 8)}`
  await db.leadSource.create({ data: { id, key, name: 'A portal', door: 'webhook', createdAt: new Date() } })
  const [owner, admin] = [await personOf({ db, world }, 'owner'), await personOf({ db, world }, 'admin')]
  const rule = { name: `Of ${key}`, when: { sources: [key] }, handOver: 'offer' as const, offerMinutes: 30 }
  await rulesInForce([{ ...rule, method, ladder: { clock: 'always', steps } }], [owner, admin], db)
  const { APP_URL, NEXTAUTH_SECRET } = world.environment

  /** Somebody fills in its form: the webhook is answered at once, and the offer is there soon after. */
  return async function sendLead() {
    const name = `Nora ${id.slice(0, 6)}`
    const lead = {
      id: crypto.randomUUID(),
      name,
      email: `${key}@example.test`,
      phone: '(843) 555-0147',
      leadType: 'Buyer',
    }
    const body = JSON.stringify({ ...lead, message: 'Is there room for a boat?', city: 'mount-pleasant' })
    const headers = signLead(leadSecretOf(NEXTAUTH_SECRET, id), body)
    const answer = await fetch(`${APP_URL}/api/leads/webhook/${key}`, { method: 'POST', headers, body })
    expect(answer.status).toBe(202)
    const find = () => db.leadOffer.findFirst({ where: { inquiry: { sourceId: id } }, orderBy: { hop: 'desc' } })
    await expect.poll(find, { timeout: 30_000 }).not.toBeNull()
    return { name, offer: await db.leadOffer.findFirstOrThrow({ where: { inquiry: { sourceId: id } } }), find }
  }
}

test('a lead comes by webhook, one agent accepts it in Slack, the page of another says who won, and it is on the list of the first', async ({
  db,
  world,
  signInAs,
}) => {
  const [agent, other] = [await personOf({ db, world }, 'agent'), await personOf({ db, world }, 'teamLead')]
  const sendLead = await aPortal(
    { db, world },
    { kind: 'first-to-claim', pool: { agentIds: [agent.id, other.id] } },
    [],
  )
  const { name, offer } = await sendLead()
  const desk = await signInAs('teamLead')
  await desk.goto(`/offers/${offer.id}`)
  await expect(desk.getByRole('button', { name: 'Take this lead' })).toBeVisible()

  const secrets = [name, '555-0147', 'boat']
  const slack = openSlack({ db, environment: world.environment })
  const card = await slack.findCard(offer.id, null)
  await test.step('the card in Slack says what is wanted, and not by whom', async () => {
    expect(await slack.read(card)).toContain('Somebody wants to buy in Mount Pleasant')
    for (const secret of secrets) expect(await slack.read(card)).not.toContain(secret)
  })
  await slack.press(card, agent.email, 'offer.claim', offer.id)

  await test.step('the page of the other one says who has it, by itself', async () => {
    await expect(desk.getByText(`${agent.fullName} has it`)).toBeVisible({ timeout: 15_000 })
  })
  await test.step('the card says who won, and the name and the number are in their own messages alone', async () => {
    await expect.poll(() => slack.read(card), { timeout: 30_000 }).toContain(agent.fullName)
    const own = await slack.findCard(offer.id, agent.id)
    await expect.poll(() => slack.read(own), { timeout: 30_000 }).toContain('555-0147')
    expect(await slack.read(own)).toContain(name)
    for (const secret of secrets) expect(await slack.read(card)).not.toContain(secret)
  })
  const list = await signInAs('agent')
  await list.goto('/leads?isMine=yes')
  await expect(list.getByRole('link', { name })).toBeVisible()
})

test('a lead that its agent ignores is held out to the manager, who takes it', async ({ db, world, signInAs }) => {
  const manager = await personOf({ db, world }, 'manager')
  const agent = await db.person.findFirstOrThrow({
    where: { officeId: manager.officeId, role: 'agent', removedAt: null },
    orderBy: { id: 'asc' },
  })
  const steps = [{ afterMinutes: 5, act: 'manager' as const }]
  const sendLead = await aPortal({ db, world }, { kind: 'round-robin', pool: { agentIds: [agent.id] } }, steps)
  const { name, offer, find } = await sendLead()
  expect(await db.leadOfferPerson.findMany({ where: { offerId: offer.id } })).toMatchObject([{ personId: agent.id }])

  // As if it had reached them, and the ladder's five minutes were over: the run looks again when anything has happened.
  const about = { key: { startsWith: `offer:${offer.id}:` }, postedAt: { not: null } }
  await expect.poll(() => db.slackMessage.count({ where: about }), { timeout: 30_000 }).toBe(1)
  const ago = new Date(Date.now() - 6 * 60_000)
  await db.$transaction(async (tx) => {
    await tx.slackMessage.updateMany({ where: about, data: { postedAt: ago } })
    const ladder = { ...Object(offer.ladder), startedAt: ago.toISOString() }
    await tx.leadOffer.update({ where: { id: offer.id }, data: { offeredAt: ago, expiresAt: new Date(), ladder } })
  })
  const lookAgain = async () => {
    await announce(db, offerAnswered({ offerId: offer.id }))
    return (await find())?.hop
  }
  await expect.poll(lookAgain, { timeout: 60_000, intervals: [1_000] }).toBe(1)
  const page = await signInAs('manager')
  await page.goto(`/offers/${(await find())?.id}`)
  await page.getByRole('button', { name: 'Take this lead' }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  expect(await db.leadOffer.findUniqueOrThrow({ where: { id: offer.id } })).toMatchObject({ state: 'timedOut' })
})

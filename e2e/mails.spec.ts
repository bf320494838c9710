import { runJob } from '#demo/operate.ts'
import { SIGN_UP_CONSENT } from '#server/domain/alerts/consent/consent.words.ts'
import { requestPortalLink } from '#server/domain/alerts/portal/portal-link.service.ts'
import { criteriaSchema } from '#server/domain/alerts/searches.schema.ts'
import { tellAgents } from '#server/domain/alerts/standing/agent-digest.mails.ts'
import { queueStillWanted } from '#server/domain/alerts/standing/still-wanted.mails.ts'
import { saveSearch } from '#server/domain/leads/signups/signups.service.ts'
import { queueMail } from '#server/domain/mail/mail.service.ts'
import { MAIL_KINDS, type MailKind } from '#server/domain/mail/mail.types.ts'
import { requestEmailChange, requestPasswordReset } from '#server/domain/org/access.service.ts'
import { invitePerson } from '#server/domain/org/people.service.ts'
import type { PrismaClient } from '#server/generated/prisma/client.ts'
import { actorOf } from '#server/testing/caller.ts'
import { aContact, aPerson } from '#server/testing/factories.ts'
import { anIdleLead, anOfferedLead } from '#server/testing/lead-factories.ts'
import { aBuyerWhoIsAsked } from './asked-buyers.ts'
import { expect, test } from './fixtures.ts'
import type { TestWorld } from './global-setup.ts'
import { aBuyerWith, aHomeIsListed, aQuestion } from './stories.ts'

type World = { db: PrismaClient; world: TestWorld }

const now = () => new Date()

async function anAccount({ db, world }: World) {
  const { email } = world.accounts.find(({ role }) => role === 'admin') ?? { email: '' }
  const admin = await db.person.findUniqueOrThrow({ where: { email } })
  const someone = await aPerson(admin.officeId, { passwordHash: admin.passwordHash }, db)
  return { admin, someone }
}

/** How each kind of mail comes about; returns the address it goes to. A kind that is missing here does not compile. */
const causes: Record<MailKind, (given: World) => Promise<string>> = {
  async alert({ db, world }) {
    const { email } = await aBuyerWith(db, { postalCodes: ['29925'] })
    await aHomeIsListed(world, db, { zip: '29925' })
    await aHomeIsListed(world, db, { zip: '29925', price: 389_000 })
    await runJob(db, world.environment, 'send-alerts')
    return email
  },
  async invitation(given) {
    const { admin } = await anAccount(given)
    const email = `new-${crypto.randomUUID().slice(0, 8)}@palmetto.test`
    const place = { role: 'agent' as const, officeId: admin.officeId, teamId: null, assistsId: null }
    await invitePerson(
      { db: given.db, actor: actorOf(admin), now },
      { email, fullName: 'Newly Arrived', title: 'Agent', ...place },
    )
    return email
  },
  async confirmation(given) {
    const { someone } = await anAccount(given)
    const email = `moved-${crypto.randomUUID().slice(0, 8)}@palmetto.test`
    await requestEmailChange({ db: given.db, actor: actorOf(someone), now }, { email, password: given.world.password })
    return email
  },
  async 'password-reset'(given) {
    const { someone } = await anAccount(given)
    await requestPasswordReset({ db: given.db, actor: null, now }, { email: someone.email })
    return someone.email
  },
  async 'address-notice'(given) {
    const { someone } = await anAccount(given)
    const email = `moved-${crypto.randomUUID().slice(0, 8)}@palmetto.test`
    await requestEmailChange({ db: given.db, actor: actorOf(someone), now }, { email, password: given.world.password })
    return someone.email
  },
  async 'still-wanted'({ db }) {
    const { email, contact } = await aBuyerWhoIsAsked(db)
    await db.$transaction((tx) => queueStillWanted(tx, { email, contactId: contact.id, at: now() }))
    return email
  },
  async 'agent-digest'(given) {
    const { admin } = await anAccount(given)
    const agent = await aPerson(admin.officeId, {}, given.db)
    const { contact } = await aBuyerWhoIsAsked(given.db)
    await given.db.contact.update({ where: { id: contact.id }, data: { agentId: agent.id } })
    await tellAgents({ db: given.db, now })
    return agent.email
  },
  async 'sign-up'({ db }) {
    const email = `buyer-${crypto.randomUUID().slice(0, 8)}@example.test`
    const criteria = criteriaSchema.parse({ postalCodes: ['29927'] })
    await saveSearch({ db, actor: null, now }, { email, fullName: 'Nora Hale', criteria, consentText: SIGN_UP_CONSENT })
    return email
  },
  async inquiry(given) {
    const { someone } = await anAccount(given)
    const { email } = await aContact(someone, {}, given.db)
    await aQuestion(given.db, email ?? '')
    return someone.email
  },
  async 'inquiry-receipt'({ db }) {
    const email = `buyer-${crypto.randomUUID().slice(0, 8)}@example.test`
    await aQuestion(db, email)
    return email
  },
  async 'set-away'(given) {
    const { someone } = await anAccount(given)
    const until = new Date(Date.now() + 3_600_000)
    const away = { status: 'away', reason: 'missedOffers', until, changedAt: new Date() } as const
    await given.db.agentAvailability.create({ data: { personId: someone.id, ...away } })
    const dedupeKey = `set-away:${someone.id}`
    await queueMail(given.db, {
      kind: 'set-away',
      recipient: someone.email,
      dedupeKey,
      payload: { personId: someone.id },
    })
    return someone.email
  },
  async offer(given) {
    const { someone } = await anAccount(given)
    await anOfferedLead([someone], {}, given.db)
    return someone.email
  },
  async 'slack-channel'(given) {
    const { someone } = await anAccount(given)
    await given.db.person.update({ where: { id: someone.id }, data: { role: 'admin' } })
    const payload = { personId: someone.id, channel: 'leads', reason: 'Slack said is_archived.' }
    await queueMail(given.db, {
      ...{ kind: 'slack-channel', recipient: someone.email, dedupeKey: `slack-channel:${someone.id}`, payload },
    })
    return someone.email
  },
  async 'lead-idle'(given) {
    const { someone } = await anAccount(given)
    const { chase } = await anIdleLead(given.db, someone)
    const payload = { chaseId: chase.id, personId: someone.id }
    await queueMail(given.db, {
      ...{ kind: 'lead-idle', recipient: someone.email, dedupeKey: `lead-idle:${chase.id}`, payload },
    })
    return someone.email
  },
  async 'lead-taken-back'(given) {
    const { someone } = await anAccount(given)
    const { chase } = await anIdleLead(given.db, someone)
    const over = { end: 'takenBack', endedAt: new Date(), nextAt: null } as const
    await given.db.leadChase.update({ where: { id: chase.id }, data: over })
    await given.db.inquiry.update({ where: { id: chase.inquiryId }, data: { agentId: null, state: 'offered' } })
    await queueMail(given.db, {
      ...{ kind: 'lead-taken-back', recipient: someone.email, dedupeKey: `lead-taken-back:${chase.id}` },
      payload: { chaseId: chase.id },
    })
    return someone.email
  },
  async 'portal-link'({ db }) {
    const { email } = await aBuyerWith(db, { postalCodes: ['29926'] })
    await requestPortalLink({ db, actor: null, now }, { email })
    return email
  },
}

test('nobody meets a barrier in a mail, of whatever kind', async ({ db, world, page, mailsTo, findBarriers }) => {
  test.setTimeout(180_000)
  // All of them are on their way before the first is waited for.
  const sent = await Promise.all(MAIL_KINDS.map(async (kind) => ({ kind, address: await causes[kind]({ db, world }) })))
  const barriers: string[] = []
  for (const { kind, address } of sent) {
    const arrived = async () => (await mailsTo(address)).length
    await expect.poll(arrived, { message: `mails of the kind ${kind}`, timeout: 60_000 }).toBe(1)
    const [mail] = await mailsTo(address)
    await page.setContent(mail?.html ?? '')
    barriers.push(...(await findBarriers(page)).map((barrier) => `${kind}: ${barrier}`))
    // An empty mail has no barriers.
    const body = page.locator('body')
    await expect.soft(body, `what is shown of the kind ${kind}`).toHaveText(/[\s\S]{100}/, {
      useInnerText: true,
      timeout: 1_000,
    })
    expect.soft(mail?.text.length, `the text of the kind ${kind}`).toBeGreaterThan(100)
  }
  expect(barriers).toEqual([])
})

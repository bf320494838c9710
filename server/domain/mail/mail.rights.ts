import { aContact } from '#server/testing/factories.ts'
import { adminsOnly, type Book, defineRights, followsAgent, wholeFirm } from '#server/testing/rights.ts'
import { queueMail } from './mail.service.ts'

/** A mail to the agent's contact, and one that failed, while alerts are stopped. */
async function seed({ db, agent, marker }: Book) {
  const email = `${marker}-${crypto.randomUUID()}@example.test`
  const contact = await aContact(agent, { fullName: marker, email }, db)
  const aMail = () => {
    const order = {
      kind: 'alert',
      recipient: email,
      dedupeKey: `${marker}:${crypto.randomUUID()}`,
      payload: {},
    } as const
    return queueMail(db, { ...order, contactId: contact.id })
  }
  const [mail, failed] = [await aMail(), await aMail()]
  await db.outboxMail.update({ where: { id: failed.id }, data: { state: 'failed', subject: marker } })
  await db.mailBody.create({ data: { mailId: mail.id, html: marker, text: marker } })
  const reason = 'Too many came back.'
  await db.mailBrake.createMany({
    data: [{ pulledAt: new Date(), reason, sent: 200, bounced: 20, complained: 0 }],
    skipDuplicates: true,
  })
  return { mailId: mail.id, failedId: failed.id }
}
type Rows = Awaited<ReturnType<typeof seed>>

export default defineRights<Rows>({
  seed,
  members: {
    'mail.outbox': { input: () => ({}), allowed: adminsOnly, otherwise: 'refused' },
    'mail.byId': { input: ({ mailId }) => ({ mailId }), allowed: followsAgent, otherwise: 'refused' },
    'mail.deliverability': { allowed: adminsOnly, otherwise: 'refused' },
    // That alerts are stopped is no secret of anybody's: it says no name and no address.
    'mail.standstill': { allowed: wholeFirm, otherwise: 'refused' },
    // An input that is none: without one, no brake would be pulled beforehand.
    'mail.releaseBrake': { input: () => undefined, allowed: adminsOnly, otherwise: 'refused' },
    'mail.setBlocked': {
      input: ({ mailId }) => ({ mailId, blocked: true }),
      allowed: adminsOnly,
      otherwise: 'refused',
    },
    'mail.resend': { input: ({ failedId }) => ({ mailId: failedId }), allowed: adminsOnly, otherwise: 'refused' },
  },
})

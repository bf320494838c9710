import { aContact } from '#server/testing/factories.ts'
import { adminsOnly, type Book, defineRights, followsAgent } from '#server/testing/rights.ts'
import { queueMail } from './mail.service.ts'

/** A mail to the agent's contact, and one that failed. */
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
  return { mailId: mail.id, failedId: failed.id }
}
type Rows = Awaited<ReturnType<typeof seed>>

export default defineRights<Rows>({
  seed,
  members: {
    'mail.outbox': { input: () => ({}), allowed: adminsOnly, otherwise: 'refused' },
    'mail.byId': { input: ({ mailId }) => ({ mailId }), allowed: followsAgent, otherwise: 'refused' },
    'mail.resend': { input: ({ failedId }) => ({ mailId: failedId }), allowed: adminsOnly, otherwise: 'refused' },
  },
})

import { aContact } from '#server/testing/factories.ts'
import { type Book, defineRights, followsAgent } from '#server/testing/rights.ts'

/** A contact of the agent, with something on the timeline, a mail and notes; and one that was removed. */
async function seed({ db, agent, marker }: Book) {
  const unique = crypto.randomUUID()
  const named = {
    fullName: `${marker} ${unique}`,
    email: `${marker}-${unique}@example.test`.toLowerCase(),
    source: marker,
  }
  const contact = await aContact(agent, named, db)
  const removed = await aContact(agent, { ...named, email: null, removedAt: new Date() }, db)
  await db.timelineEntry.create({
    data: { contactId: contact.id, kind: 'search.saved', summary: marker, occurredAt: new Date(), factKey: unique },
  })
  await db.outboxMail.create({
    data: {
      ...{ kind: 'alert', recipient: named.email, dedupeKey: unique, messageId: `<${unique}@test>` },
      ...{ contactId: contact.id, subject: marker },
    },
  })
  const written = { contactId: contact.id, authorId: agent.id, text: marker }
  const note = await db.note.create({ data: written })
  const goneNote = await db.note.create({ data: { ...written, removedAt: new Date() } })
  return {
    ...{ contactId: contact.id, removedId: removed.id, basedOn: contact.updatedAt, agentId: agent.id },
    ...{ noteId: note.id, goneNoteId: goneNote.id },
  }
}
type Rows = Awaited<ReturnType<typeof seed>>

const FOLLOWS = { allowed: followsAgent, otherwise: 'refused' } as const
/** Of many, those one may not see are counted and left alone. */
const HIDDEN = { allowed: followsAgent, otherwise: 'hidden' } as const

export default defineRights<Rows>({
  seed,
  members: {
    'contacts.list': { input: () => ({}), allowed: followsAgent, otherwise: 'hidden' },
    'contacts.byId': { input: ({ contactId }) => ({ contactId }), ...FOLLOWS },
    'contacts.timeline': { input: ({ contactId }) => ({ contactId }), ...FOLLOWS },
    'contacts.create': { input: ({ agentId }) => ({ fullName: 'Somebody new', agentId }), ...FOLLOWS },
    'contacts.update': {
      input: ({ contactId, basedOn }) => ({ contactId, basedOn, fullName: 'Somebody else' }),
      ...FOLLOWS,
    },
    'contacts.setStage': { input: ({ contactId }) => ({ contactId, stage: 'client' }), ...FOLLOWS },
    'contacts.remove': { input: ({ contactId }) => ({ contactId }), ...FOLLOWS },
    'contacts.restore': { input: ({ removedId }) => ({ contactId: removedId }), ...FOLLOWS },
    'contacts.setStageOfMany': {
      input: ({ contactId }) => ({ which: { ids: [contactId] }, stage: 'past' }),
      ...HIDDEN,
    },
    'contacts.handOverMany': {
      input: ({ contactId, agentId }) => ({ which: { ids: [contactId] }, agentId }),
      ...FOLLOWS,
    },
    'contacts.removeMany': { input: ({ contactId }) => ({ which: { ids: [contactId] } }), ...HIDDEN },
    'contacts.restoreMany': { input: ({ removedId }) => ({ ids: [removedId] }), ...HIDDEN },
    'notes.list': { input: ({ contactId }) => ({ contactId }), ...FOLLOWS },
    'notes.add': { input: ({ contactId }) => ({ id: crypto.randomUUID(), contactId, text: 'Called.' }), ...FOLLOWS },
    // Nobody but its author changes the words of a note.
    'notes.edit': {
      input: ({ noteId }) => ({ noteId, basedOn: 1, text: 'Other words' }),
      ...{ allowed: ['agent'], otherwise: 'refused' },
    },
    'notes.pin': { input: ({ noteId }) => ({ noteId, pinned: true }), ...FOLLOWS },
    'notes.remove': { input: ({ noteId }) => ({ noteId }), ...FOLLOWS },
    'notes.restore': { input: ({ goneNoteId }) => ({ noteId: goneNoteId }), ...FOLLOWS },
  },
})

import type { Actor } from '#server/context.ts'
import type { Db } from '#server/db.ts'
import { visibleContacts } from '#server/domain/contacts/contacts.policy.ts'

type Named = { id: string; fullName: string; phone: string | null; email: string | null }

/** The contacts that rows are about, as far as the actor may see them: a task stays when its contact went to somebody else. */
export async function namesOf(db: Db, actor: Actor, rows: readonly { contactId: string | null }[]) {
  const ids = [...new Set(rows.flatMap(({ contactId }) => contactId ?? []))]
  if (ids.length === 0) return new Map<string, Named>()
  const contacts = await db.contact.findMany({
    where: { AND: [visibleContacts(actor), { id: { in: ids } }] },
    select: { id: true, fullName: true, phone: true, email: true },
  })
  return new Map(contacts.map((contact) => [contact.id, contact]))
}

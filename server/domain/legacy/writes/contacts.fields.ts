import { z } from 'zod'
import { CONTACT_STAGES } from '#server/domain/contacts/contacts.words.ts'
import type { ContactRow } from '../sync/contacts.transform.ts'
import { emailOf, phoneOf, textOf } from '../sync/text.values.ts'
import type { Held, OldFields, SharedField } from './shared-fields.ts'

type Contact = Held<ContactRow>
type Column = 'fullName' | 'email' | 'phone' | 'stage' | 'source'

const taking =
  (column: Column) =>
  (into: Contact, from: Contact): Contact => ({ ...into, row: { ...into.row, [column]: from.row[column] } })

const text = z.string()
const putting =
  <Name extends Column>(column: Name, kind: z.ZodType<ContactRow[Name]>) =>
  (into: Contact, value: unknown): Contact => ({ ...into, row: { ...into.row, [column]: kind.parse(value) } })

/** "Mary Ann Reyes": which part is which, nobody says here; what the old system has of it stays where it is. */
function splitName(fullName: string, { firstName, lastName }: OldFields): { firstName: string; lastName: string } {
  const name = fullName.trim().replace(/\s+/g, ' ')
  const [first, last] = [textOf(firstName), textOf(lastName)]
  if (last && name.endsWith(` ${last}`)) return { firstName: name.slice(0, -last.length - 1), lastName: last }
  if (first && name.startsWith(`${first} `)) return { firstName: first, lastName: name.slice(first.length + 1) }
  const at = name.lastIndexOf(' ')
  return at < 0 ? { firstName: name, lastName: '' } : { firstName: name.slice(0, at), lastName: name.slice(at + 1) }
}

/** A contact in the words of both systems. */
export const CONTACT_FIELDS: readonly SharedField<ContactRow>[] = [
  {
    name: 'name',
    read: ({ row }) => row.fullName.trim().replace(/\s+/g, ' '),
    take: taking('fullName'),
    put: putting('fullName', text),
    write: (document, { row }) => ({ ...document, ...splitName(row.fullName, document) }),
  },
  {
    name: 'email',
    read: ({ row }) => emailOf(row.email),
    take: taking('email'),
    put: putting('email', text.nullable()),
    // The old forms know no "none".
    write: (document, { row }) => ({ ...document, email: row.email ?? '' }),
  },
  {
    name: 'phone',
    read: ({ row }) => phoneOf(row.phone),
    take: taking('phone'),
    put: putting('phone', text.nullable()),
    write: (document, { row }) => ({ ...document, phone: row.phone ?? '' }),
  },
  {
    name: 'stage',
    read: ({ row }) => row.stage,
    take: taking('stage'),
    put: putting('stage', z.enum(CONTACT_STAGES)),
    write: (document, { row }) => ({ ...document, stage: row.stage }),
  },
  {
    name: 'source',
    read: ({ row }) => textOf(row.source),
    take: taking('source'),
    put: putting('source', text.nullable()),
    write: (document, { row }) => ({ ...document, source: row.source ?? '' }),
  },
  {
    name: 'agent',
    read: ({ needed }) => needed ?? undefined,
    take: (into, from) => ({ ...into, needed: from.needed }),
    put: (into, value) => ({ ...into, needed: z.uuid().parse(value) }),
    write: (document, _ours, { needed }) => (needed === null ? document : { ...document, agentId: needed }),
  },
]

import { slugOf } from '#server/domain/listings/listings.tokens.ts'
import type { Role } from '#server/generated/prisma/enums.ts'
import { townOf } from './place.values.ts'
import { booleanOf, emailOf, phoneOf, textOf } from './text.values.ts'
import { extraOf, isRefusal, readableFields, refuse, type Transform } from './transform.ts'

export type AgentRow = {
  fullName: string
  email: string
  phone: string | null
  title: string | null
  role: Role
  officeId: string
  teamName: string | null
  removed: boolean
  changedAt: Date
}

/** Offices by the slug of their name. */
export type Offices = ReadonlyMap<string, string>

export const officeSlug = (name: unknown) => townOf(name)?.citySlug ?? slugOf(textOf(name) ?? '')

const ROLES: Record<string, Role> = {
  lead: 'teamLead',
  'team lead': 'teamLead',
  teamlead: 'teamLead',
  manager: 'manager',
}
const EPOCH = new Date(0)
const KNOWN = ['name', 'email', 'phone', 'title', 'office', 'team', 'role', 'active']

/** Agents of the old system. A role that nobody knows is the least one. */
export const transformAgent =
  (offices: Offices): Transform<AgentRow> =>
  (document) => {
    const readable = readableFields(document)
    if (isRefusal(readable)) return readable
    const { fields } = readable
    const [fullName, email] = [textOf(fields.name), emailOf(fields.email)]
    const officeId = offices.get(officeSlug(fields.office))
    if (!fullName) return refuse('missing-name', 'name', fields.name)
    if (!email) return refuse('invalid-email', 'email', fields.email)
    if (!officeId) return refuse('unknown-office', 'office', fields.office)
    return {
      row: {
        fullName,
        email,
        phone: phoneOf(fields.phone),
        title: textOf(fields.title),
        role: ROLES[textOf(fields.role)?.toLowerCase() ?? ''] ?? 'agent',
        officeId,
        teamName: textOf(fields.team),
        removed: booleanOf(fields.active) === false,
        changedAt: document.updatedAt ?? EPOCH,
      },
      needs: null,
      wants: null,
      extra: extraOf(fields, KNOWN),
    }
  }

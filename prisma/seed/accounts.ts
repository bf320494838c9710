import { hashPassword } from '#server/auth/passwords.ts'
import type { Db } from '#server/db.ts'
import type { Person } from '#server/generated/prisma/client.ts'
import type { Role } from '#server/generated/prisma/enums.ts'

export const DEMO_PASSWORD = 'low-country-demo'

export type DemoAccount = { role: Role; email: string; fullName: string }

/** People who do not come from the old system. */
const STAFF = [
  { role: 'owner', email: 'owner@palmetto.example', fullName: 'Eleanor Whitfield', title: 'Broker in charge' },
  { role: 'admin', email: 'admin@palmetto.example', fullName: 'Marcus Delacroix', title: 'Operations' },
] as const

async function ensureStaff(db: Db, passwordHash: string): Promise<DemoAccount[]> {
  const { id: officeId } = await db.office.findUniqueOrThrow({ where: { name: 'Charleston' }, select: { id: true } })
  for (const person of STAFF) {
    const now = new Date()
    await db.person.upsert({
      where: { email: person.email },
      create: { ...person, officeId, passwordHash, emailConfirmedAt: now },
      update: {},
    })
  }
  return STAFF.map(({ role, email, fullName }) => ({ role, email, fullName }))
}

/** The person of a role with the most contacts: whose screens have something to show. */
const busiest = (db: Db, role: Role): Promise<Person | null> =>
  db.person.findFirst({ where: { role, removedAt: null }, orderBy: [{ contacts: { _count: 'desc' } }, { id: 'asc' }] })

/** Gives a demo password to one person of each role, and says who they are. */
export async function seedAccounts(db: Db): Promise<DemoAccount[]> {
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  const accounts = await ensureStaff(db, passwordHash)
  for (const role of ['manager', 'teamLead', 'agent'] as const) {
    const person = await busiest(db, role)
    if (!person) continue
    await db.person.update({
      where: { id: person.id },
      data: { passwordHash, emailConfirmedAt: person.emailConfirmedAt ?? new Date() },
    })
    accounts.push({ role, email: person.email, fullName: person.fullName })
  }
  return accounts
}

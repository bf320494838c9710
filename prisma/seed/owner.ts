import type { Db } from '#server/db.ts'
import { issueToken, secretOf } from '#server/domain/org/tokens.service.ts'

type Owner = { email: string; fullName: string; appUrl: string }

/** The first account of a new installation: an owner without a password, and the link that lets them set one. */
export async function seedOwner(db: Db, { email, fullName, appUrl }: Owner): Promise<string> {
  const office = await db.office.findFirstOrThrow({ orderBy: { createdAt: 'asc' }, select: { id: true } })
  const owner = await db.person.upsert({
    where: { email },
    create: { email, fullName, role: 'owner', officeId: office.id },
    update: {},
    select: { id: true, passwordHash: true },
  })
  if (owner.passwordHash) throw new Error(`${email} can sign in already.`)
  const { id } = await issueToken(db, { personId: owner.id, kind: 'invitation', now: new Date() })
  return `${appUrl}/invitation/${secretOf(id)}`
}

import { createHash, createHmac } from 'node:crypto'
import type { Db } from '#server/db.ts'
import { env } from '#server/env.ts'
import { DomainError } from '#server/errors.ts'
import type { PersonTokenKind } from '#server/generated/prisma/enums.ts'
import { linkIsOver } from './org.words.ts'

const HOUR = 3_600_000
const LIFE_MS = { invitation: 7 * 24 * HOUR, confirmation: 24 * HOUR, passwordReset: HOUR } as const

/** The secret of a mailed link, made anew from the row's id: the outbox holds ids only, and a copy of it opens nothing. */
export const secretOf = (tokenId: string) =>
  createHmac('sha256', env.NEXTAUTH_SECRET).update(`person-token:${tokenId}`).digest('base64url')

const hashOf = (secret: string) => createHash('sha256').update(secret).digest()

type Issue = { personId: string; kind: PersonTokenKind; newEmail?: string; now: Date }

/** A link for one use. Earlier ones of its kind stop working: only the newest mail counts. */
export async function issueToken(tx: Db, { personId, kind, newEmail, now }: Issue): Promise<{ id: string }> {
  const id = crypto.randomUUID()
  await voidTokens(tx, { personId, kind, now })
  await tx.personToken.create({
    data: {
      id,
      personId,
      kind,
      newEmail: newEmail ?? null,
      tokenHash: hashOf(secretOf(id)),
      createdAt: now,
      expiresAt: new Date(now.getTime() + LIFE_MS[kind]),
    },
  })
  return { id }
}

export const voidTokens = (tx: Db, { personId, kind, now }: { personId: string; kind?: PersonTokenKind; now: Date }) =>
  tx.personToken.updateMany({
    where: { personId, usedAt: null, ...(kind ? { kind } : {}) },
    data: { usedAt: now },
  })

type Link = { token: string; kind: PersonTokenKind; now: Date }

const stillOpen = ({ token, kind, now }: Link) => ({
  tokenHash: hashOf(token),
  kind,
  usedAt: null,
  expiresAt: { gt: now },
  person: { removedAt: null },
})

/** Whose link this is, without using it: opening a page changes nothing. */
export async function findLink(db: Db, link: Link) {
  const found = await db.personToken.findFirst({
    where: stillOpen(link),
    select: {
      id: true,
      newEmail: true,
      person: { select: { id: true, fullName: true, email: true, role: true, office: { select: { name: true } } } },
    },
  })
  if (!found) throw new DomainError('NOT_FOUND', linkIsOver)
  return found
}

/** Uses the link up; of two who follow it at once, one gets in. */
export async function useLink(tx: Db, link: Link) {
  const found = await findLink(tx, link)
  const { count } = await tx.personToken.updateMany({ where: stillOpen(link), data: { usedAt: link.now } })
  if (count === 0) throw new DomainError('NOT_FOUND', linkIsOver)
  return found
}

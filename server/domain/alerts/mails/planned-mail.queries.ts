import type { Db } from '#server/db.ts'
import type { Prisma } from '#server/generated/prisma/client.ts'

const match = {
  kind: true,
  event: { select: { fromPriceCents: true, toPriceCents: true, recordedAt: true } },
  listing: true,
  criteria: { select: { summary: true, standardStatuses: true } },
  search: { select: { name: true, activeYN: true, removedAt: true } },
} satisfies Prisma.AlertMatchSelect

export type PlannedMatch = Prisma.AlertMatchGetPayload<{ select: typeof match }>

/** A planned alert with everything that decides whether and how it leaves; null when its plan is gone. */
export async function readPlannedMail(db: Db, mailId: string) {
  const planned = await db.alertMail.findUnique({
    where: { id: mailId },
    select: {
      recipient: true,
      matches: { select: match, orderBy: { id: 'asc' } },
      mail: {
        select: {
          contact: {
            select: {
              id: true,
              fullName: true,
              removedAt: true,
              agent: {
                select: {
                  fullName: true,
                  title: true,
                  phone: true,
                  email: true,
                  office: { select: { name: true, postalAddress: true, phone: true } },
                },
              },
            },
          },
        },
      },
    },
  })
  const contact = planned?.mail.contact
  if (!planned || !contact) return null
  const address = await db.mailAddress.findUnique({ where: { email: planned.recipient } })
  return address ? { address, contact, matches: planned.matches } : null
}

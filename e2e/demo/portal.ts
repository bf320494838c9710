import type { PrismaClient } from '#server/generated/prisma/client.ts'
import { leadSecretOf, signLead } from '#world/leads/sender.ts'
import { firstName, lastName, mailName } from '#world/legacy/names.ts'
import { createRandom } from '#world/random.ts'
import { DEMO_PORTAL } from '../../prisma/seed/portal.names.ts'

type Options = { db: PrismaClient; appUrl: string; secret: string; seed: number }

const TOWNS = ['mount-pleasant', 'charleston', 'summerville', 'folly-beach'] as const
const MESSAGES = [
  'We sold our house up north and want to be close to the water.',
  'Looking for something with a yard before school starts.',
  'Can somebody tell me what a condo costs there these days?',
] as const

/** An invented portal, which sends its leads by a signed webhook. */
export function createPortal({ db, appUrl, secret, seed }: Options) {
  const random = createRandom(seed)
  return {
    /** Somebody has filled in its form. */
    async send(): Promise<void> {
      const { id } = await db.leadSource.findUniqueOrThrow({ where: { key: DEMO_PORTAL }, select: { id: true } })
      const [first, last] = [firstName(random), lastName(random)]
      const body = JSON.stringify({
        ...{ id: crypto.randomUUID(), name: `${first} ${last}`, email: `${mailName(first, last)}@example.test` },
        ...{ phone: `(843) 555-0${random.int(100, 199)}`, message: random.pick(MESSAGES), leadType: 'Buyer' },
        ...{ city: random.pick(TOWNS), price: random.int(25, 90) * 10_000 },
      })
      const headers = signLead(leadSecretOf(secret, id), body)
      const answer = await fetch(`${appUrl}/api/leads/webhook/${DEMO_PORTAL}`, { method: 'POST', headers, body })
      if (!answer.ok) throw new Error(`The webhook answered ${answer.status}: ${await answer.text()}`)
    },
  }
}

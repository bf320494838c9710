import { createHmac } from 'node:crypto'
import { env } from '#server/env.ts'
import type { LeadSource } from '#server/generated/prisma/client.ts'

/** How long the secret before this one is good after a change, so that the other side can follow without losing a lead. */
export const OLD_SECRET_HOURS = 24

type Signed = Pick<LeadSource, 'id' | 'secretVersion' | 'oldSecretUntil'>

/** Made anew from the row's id and a number: what stands in the database signs nothing. */
export const secretOf = ({ id, secretVersion }: Omit<Signed, 'oldSecretUntil'>) =>
  `lead_${createHmac('sha256', env.NEXTAUTH_SECRET).update(`lead-source:${id}:${secretVersion}`).digest('base64url')}`

/** Every secret that is good now. */
export const goodSecrets = (source: Signed, now: Date): string[] => [
  secretOf(source),
  ...(source.oldSecretUntil && source.oldSecretUntil > now && source.secretVersion > 1
    ? [secretOf({ id: source.id, secretVersion: source.secretVersion - 1 })]
    : []),
]

import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

const prefixOf = (signingKey: string) => /^signkey-\w+-/.exec(signingKey)?.[0] ?? ''
const bare = (signingKey: string) => signingKey.slice(prefixOf(signingKey).length)

/** The `x-inngest-signature` header for a body that is canonical JSON. */
export function sign(body: string, signingKey: string): string {
  // The receiver compares this with its own wall clock (five minutes), so no injected clock here.
  const seconds = Math.floor(Date.now() / 1e3)
  const mac = createHmac('sha256', bare(signingKey)).update(`${body}${seconds}`).digest('hex')
  return `t=${seconds}&s=${mac}`
}

/** What an SDK sends as its bearer token: the hash of the key's bytes, under the key's own prefix. */
export const hashSigningKey = (signingKey: string): string =>
  prefixOf(signingKey) +
  createHash('sha256')
    .update(Buffer.from(bare(signingKey), 'hex'))
    .digest('hex')

/** Equality whose duration does not depend on where the two differ. */
export function isSameSecret(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(expected))
}

import { hash, verify } from '@node-rs/argon2'

// OWASP's second recommended setting for argon2id, the library's default algorithm: about 20 ms on a small server.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string) => hash(password.normalize('NFKC'), COST)

// Compared against when there is no account, so that a stranger cannot tell by the clock.
const nobody = hashPassword(crypto.randomUUID())

/** Takes as long for an account that does not exist, or has no password yet, as for one that has. */
export async function passwordMatches(passwordHash: string | null | undefined, password: string): Promise<boolean> {
  const matches = await verify(passwordHash ?? (await nobody), password.normalize('NFKC'))
  return matches && Boolean(passwordHash)
}

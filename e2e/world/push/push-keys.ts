import { createECDH, createHash } from 'node:crypto'

/** The pair of keys that push services know this installation by: of the session's secret, so that a restart keeps it. */
export function pushKeysOf(secret: string): { publicKey: string; privateKey: string } {
  const pair = createECDH('prime256v1')
  pair.setPrivateKey(createHash('sha256').update(`push:${secret}`).digest())
  return { publicKey: pair.getPublicKey('base64url'), privateKey: pair.getPrivateKey().toString('base64url') }
}

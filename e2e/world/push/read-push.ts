import { createDecipheriv, createPublicKey, type ECDH, hkdfSync, verify } from 'node:crypto'
import { z } from 'zod'

/** What a browser would read of a message (RFC 8188 and 8291): written from the standards, so that it proves our sender. */
export function decryptPush(body: Buffer, { browser, auth }: { browser: ECDH; auth: Buffer }): string {
  const salt = body.subarray(0, 16)
  const senderKey = body.subarray(21, 21 + (body[20] ?? 0))
  const sealed = body.subarray(21 + senderKey.length)
  const derive = (from: Uint8Array, by: Uint8Array, info: Uint8Array | string, length: number) =>
    Buffer.from(hkdfSync('sha256', from, by, info, length))
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), browser.getPublicKey(), senderKey])
  const shared = derive(browser.computeSecret(senderKey), auth, info, 32)
  const key = derive(shared, salt, 'Content-Encoding: aes128gcm\0', 16)
  const nonce = derive(shared, salt, 'Content-Encoding: nonce\0', 12)
  const cipher = createDecipheriv('aes-128-gcm', key, nonce).setAuthTag(sealed.subarray(-16))
  const padded = Buffer.concat([cipher.update(sealed.subarray(0, -16)), cipher.final()])
  // The last record ends with a 2, and then nothing but padding.
  return padded.subarray(0, padded.lastIndexOf(2)).toString('utf8')
}

const claimsSchema = z.object({ aud: z.string(), exp: z.number(), sub: z.string() })

/** Whether the sender is who the subscription was made for (RFC 8292); words for what is wrong, null when nothing is. */
export function refuseSender(authorization: string, { origin, publicKey }: { origin: string; publicKey: string }) {
  const { t: token = '', k = '' } = Object.fromEntries(
    authorization
      .replace(/^vapid /, '')
      .split(/,\s*/)
      .map((part): [string, string] => [part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 1)]),
  )
  if (k !== publicKey) return 'another key than that of the subscription'
  const point = Buffer.from(k, 'base64url')
  const [x, y] = [point.subarray(1, 33).toString('base64url'), point.subarray(33).toString('base64url')]
  const key = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' })
  const [head = '', claims = '', signature = ''] = token.split('.')
  const sealed = Buffer.from(signature, 'base64url')
  if (!verify('sha256', Buffer.from(`${head}.${claims}`), { key, dsaEncoding: 'ieee-p1363' }, sealed)) {
    return 'a signature of somebody else'
  }
  const { aud, exp } = claimsSchema.parse(JSON.parse(Buffer.from(claims, 'base64url').toString('utf8')))
  if (aud !== origin) return `a token for ${aud}`
  return exp * 1_000 > Date.now() ? null : 'a token that is over'
}

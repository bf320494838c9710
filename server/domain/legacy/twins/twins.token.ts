import { SignJWT } from 'jose'
import type { Actor } from '#server/context.ts'
import { newId } from '#server/ids.ts'
import { TOKEN_SECONDS } from './twins.words.ts'

type Door = { origin: string; secret: string }

/**
 * A signed word to the old system: who this is, and which page they want. For that system alone, for a minute, for one
 * use: it keeps the token's id until the token has run out. The page stands inside, so that nobody else can choose it.
 */
export const sealToken = (actor: Actor, to: string, { origin, secret }: Door, at: Date): Promise<string> =>
  new SignJWT({ email: actor.email, name: actor.fullName, to })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuer('palmetto')
    .setAudience(origin)
    .setSubject(actor.personId)
    .setJti(newId())
    .setIssuedAt(Math.floor(at.getTime() / 1000))
    .setExpirationTime(Math.floor(at.getTime() / 1000) + TOKEN_SECONDS)
    .sign(new TextEncoder().encode(secret))

import { env } from '#server/env.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** A session that is not used for this long is over. */
export const IDLE_MS = 14 * DAY
/** However busy, a session is over after this long. */
export const ABSOLUTE_MS = 90 * DAY
/** The sliding end of a session is written at most this often. */
export const SLIDE_EVERY_MS = HOUR

const secure = env.APP_URL.startsWith('https://')

/** The only cookie that opens a door. The name is next-auth's own, so its tools recognise it. */
export const sessionCookie = {
  name: `${secure ? '__Secure-' : ''}next-auth.session-token`,
  options: { httpOnly: true, sameSite: 'lax', path: '/', secure },
} as const

import { env } from '#server/env.ts'

/** The same on every attempt: it is how a repeat after an unknown outcome is recognised as one. */
export const messageIdOf = (mailId: string) => `<${mailId}@${new URL(env.APP_URL).hostname}>`

import { db } from '#server/db.ts'
import { openMailgunDoor } from '#server/domain/mail/events/events.http.ts'
import { env } from '#server/env.ts'

export const dynamic = 'force-dynamic'

export const POST = openMailgunDoor({ db, key: env.MAILGUN_SIGNING_KEY, ourHost: new URL(env.APP_URL).hostname })

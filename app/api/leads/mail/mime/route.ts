import { db } from '#server/db.ts'
import { openMailDoor } from '#server/domain/leads/doors/letters/mail.http.ts'
import { env } from '#server/env.ts'

export const dynamic = 'force-dynamic'

/** Mailgun hands in a mail whole where the address ends with "mime". */
export const POST = openMailDoor({ db, key: env.MAILGUN_SIGNING_KEY })

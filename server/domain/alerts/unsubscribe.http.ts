import type { RootDb } from '#server/db.ts'
import { DomainError } from '#server/errors.ts'
import { preferencesSchema } from './preferences.schema.ts'
import { stopEverything } from './preferences.service.ts'

const text = (words: string, status: number) =>
  new Response(words, { status, headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' } })
const unknownLink = () => text('This link is not one of ours, or it lost a letter on its way to you.', 404)
const toPreferences = (token: string) =>
  new Response(null, {
    status: 303,
    headers: { location: `/preferences/${token}?show=searches`, 'cache-control': 'no-store' },
  })

/**
 * RFC 8058: a mail client's one click. No cookie is read, nothing is asked, and the answer is at once 200 however often
 * it comes. The form on the preferences page, which works without scripts, posts here too and wants to be led back.
 */
export async function answerUnsubscribe(db: RootDb, { url }: Request, token: string): Promise<Response> {
  const link = preferencesSchema.safeParse({ token })
  if (!link.success) return unknownLink()
  try {
    await stopEverything({ db, actor: null, now: () => new Date() }, { token: link.data.token, stopped: true })
  } catch (error) {
    if (error instanceof DomainError) return unknownLink()
    throw error
  }
  return new URL(url).searchParams.has('from-page')
    ? toPreferences(link.data.token)
    : text('You will get no more alert mails from us.', 200)
}

/** Scanners and previews follow every link in a mail: following this one changes nothing, it shows the choices. */
export const showChoices = (token: string): Response =>
  preferencesSchema.safeParse({ token }).success ? toPreferences(token) : unknownLink()

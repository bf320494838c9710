import { env } from '#server/env.ts'

/** The domain whose mails Mailgun hands to us: one mailbox a source, named by its key. */
export const inboundDomain = () => env.MAILGUN_DOMAIN ?? `leads.${new URL(env.APP_URL).hostname}`

/** "Harborside <harborside+x@leads.example>" -> "harborside". */
export function keyInAddress(recipient: string): string | null {
  const [address] = /[^\s<>,;]+@[^\s<>,;]+/.exec(recipient.slice(0, 1_000)) ?? []
  return address?.split('@')[0]?.split('+')[0]?.toLowerCase() || null
}

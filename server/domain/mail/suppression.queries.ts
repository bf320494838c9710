import type { Db } from '#server/db.ts'

/** Which of these addresses get no mails whatever is set up for them, and why: "unsubscribed", "bounced", … */
export async function findSuppressed(db: Db, emails: readonly (string | null)[]): Promise<Map<string, string>> {
  const asked = [...new Set(emails.flatMap((email) => email?.toLowerCase() ?? []))]
  if (asked.length === 0) return new Map()
  const rows = await db.mailAddress.findMany({
    where: { email: { in: asked }, suppressedAt: { not: null } },
    select: { email: true, suppressionReason: true },
  })
  return new Map(rows.map(({ email, suppressionReason }) => [email.toLowerCase(), suppressionReason ?? 'manual']))
}

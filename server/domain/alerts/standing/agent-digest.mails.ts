import { render } from '@react-email/render'
import { createElement } from 'react'
import { z } from 'zod'
import type { Db, RootDb } from '#server/db.ts'
import { queueMail } from '#server/domain/mail/mail.service.ts'
import type { Composed, QueuedMail } from '#server/domain/mail/mail.types.ts'
import { env } from '#server/env.ts'
import { AgentDigest } from './agent-digest.tsx'
import { type AgentDigestView, subjectOf, textOf } from './agent-digest.view.ts'
import { evidenceInWords, nextInWords } from './standing.words.ts'
import { standingNow, toWarning, warningRow } from './warnings.ts'

const SHOWN = 20
const payloadSchema = z.object({ agentId: z.uuid(), toldAt: z.coerce.date() })

/** The firm's day: an agent gets one such mail in it at most. */
const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' })

const untold = (now: Date) => ({ AND: [standingNow(now), { agentToldAt: null }] })

/**
 * Queues a mail for each agent whose searches have warnings that nobody told them of. What comes up after the day's mail
 * waits for tomorrow's; which warnings a mail tells is marked with it, so that none is told twice or forgotten.
 */
export async function tellAgents({ db, now }: { db: RootDb; now: () => Date }): Promise<{ agents: number }> {
  const at = now()
  const agents = await db.person.findMany({
    where: {
      removedAt: null,
      contacts: {
        some: { removedAt: null, savedSearches: { some: { removedAt: null, standings: { some: untold(at) } } } },
      },
    },
    select: { id: true, email: true },
  })
  let told = 0
  for (const { id: agentId, email } of agents) {
    const dedupeKey = `agent-digest:${agentId}:${day.format(at)}`
    await db.$transaction(async (tx) => {
      if ((await tx.outboxMail.count({ where: { dedupeKey } })) > 0) return
      const rows = await tx.searchStanding.findMany({
        where: { AND: [untold(at), { search: { removedAt: null, contact: { agentId, removedAt: null } } }] },
        select: { searchId: true, lane: true },
      })
      await tx.searchStanding.updateMany({
        where: { OR: rows.map(({ searchId, lane }) => ({ searchId, lane })), agentToldAt: null },
        data: { agentToldAt: at },
      })
      const payload = { agentId, toldAt: at.toISOString() }
      await queueMail(tx, { kind: 'agent-digest', recipient: email, dedupeKey, payload })
      told += 1
    })
  }
  return { agents: told }
}

/** As things stand when it leaves: what was kept or has passed in between is not told. */
export async function composeAgentDigest(tx: Db, { payload }: QueuedMail, now: Date): Promise<Composed> {
  const { agentId, toldAt } = payloadSchema.parse(payload)
  const agent = await tx.person.findUnique({
    where: { id: agentId },
    select: {
      fullName: true,
      removedAt: true,
      office: { select: { name: true, postalAddress: true, phone: true } },
    },
  })
  if (!agent || agent.removedAt) return { suppress: 'person-removed' }
  const where = {
    AND: [
      standingNow(now),
      { agentToldAt: toldAt, search: { removedAt: null, contact: { agentId, removedAt: null } } },
    ],
  }
  const rows = await tx.searchStanding.findMany({
    where,
    select: {
      ...warningRow,
      search: { select: { id: true, name: true, cadence: true, contact: { select: { fullName: true } } } },
    },
    orderBy: [{ dueAt: { sort: 'asc', nulls: 'last' } }, { searchId: 'asc' }],
    take: SHOWN,
  })
  if (rows.length === 0) return { suppress: 'nothing-to-tell' }
  const view: AgentDigestView = {
    firstName: agent.fullName.split(' ')[0] ?? agent.fullName,
    searches: rows.flatMap(({ search, ...row }) =>
      toWarning(row).map((warning) => ({
        name: search.name,
        contactName: search.contact.fullName,
        why: evidenceInWords(warning.evidence),
        next: nextInWords({ ...warning, cadence: search.cadence }),
        href: `${env.APP_URL}/alerts/${search.id}`,
      })),
    ),
    more: (await tx.searchStanding.count({ where })) - rows.length,
    allHref: `${env.APP_URL}/alerts/needs-a-look`,
    office: agent.office,
  }
  const subject = subjectOf(view).replace(/\s+/g, ' ')
  const html = await render(createElement(AgentDigest, { view }))
  return { send: { subject, html, text: textOf(view), headers: { 'Auto-Submitted': 'auto-generated' } } }
}

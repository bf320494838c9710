import type { Slack } from '#server/adapters/slack/open-slack.ts'
import type { Db, RootDb } from '#server/db.ts'
import type { JobResult } from '#server/domain/jobs/jobs.result.ts'
import { announce } from '#server/outbox.ts'
import { takeChaseTurn } from '../idle/chase.service.ts'
import { startChase } from '../idle/start-chase.ts'
import { inquiryReceived } from '../leads.events.ts'
import { findFallback } from '../taking-in/routing-facts.queries.ts'
import { giveLead, moveContact } from './give-lead.ts'
import { findUnreached } from './reached.sql.ts'
import { takeTurn } from './turns.service.ts'
import { LATE_MS } from './wait-for-channels.ts'
import { type Breach, findNeglected, findStandingChases, type Neglected } from './watch-leads.sql.ts'

type Deps = { db: RootDb; now: () => Date; slack?: Slack | undefined }

/** How long a job may take for what is due, before the watch does it and raises the alarm. */
const PATIENCE_MS = 2 * 60_000

const SAID: Record<Breach, string> = {
  'not-taken-in': 'not taken in',
  'no-live-offer': 'offered to nobody',
  'ladder-stands': 'with a ladder that stood still',
  'no-owner': 'without an agent',
  'chase-stands': 'worked by nobody, with a course that stood still',
}

/** Whoever owns a lead and has left owns it no more: the person for everything else does. */
async function adopt(tx: Db, { inquiryId }: Neglected, at: Date) {
  const { agentId } = await findFallback(tx)
  const { contactId } = await tx.inquiry.update({
    where: { id: inquiryId },
    data: { agentId, because: 'default' },
    select: { contactId: true },
  })
  const factKey = `lead:${inquiryId}:adopted:${at.toISOString()}`
  if (contactId) await moveContact(tx, { contactId, agentId, why: 'because their agent is gone', at, factKey })
  await startChase(tx, { inquiryId, agentId, at })
}

async function mend({ db, now, slack }: Deps, neglected: Neglected, at: Date): Promise<void> {
  const { inquiryId, offerId, chaseId, breach } = neglected
  switch (breach) {
    case 'not-taken-in':
      await announce(db, inquiryReceived({ inquiryId }))
      return
    case 'ladder-stands':
      if (offerId) await takeTurn({ db, now }, { offerId })
      return
    case 'chase-stands':
      if (chaseId) await takeChaseTurn({ db, now, slack }, { chaseId })
      return
    case 'no-live-offer':
      await db.$transaction(async (tx) => {
        const { agentId } = await findFallback(tx)
        await giveLead(tx, { inquiryId, agentId, because: 'default', why: 'because nobody was asked for it', at })
      })
      return
    case 'no-owner':
      await db.$transaction((tx) => adopt(tx, neglected, at))
  }
}

/**
 * No lead is without an owner, a live offer or a pond. What breaks that is mended here and now, and is an alarm all the
 * same: the run is bad until there is nothing to mend.
 */
export async function watchLeads(deps: Deps): Promise<JobResult> {
  const at = deps.now()
  const before = new Date(at.getTime() - PATIENCE_MS)
  const neglected = [...(await findNeglected(deps.db, before)), ...(await findStandingChases(deps.db, before))]
  for (const each of neglected) await mend(deps, each, at)
  const unreached = (await findUnreached(deps.db, new Date(at.getTime() - LATE_MS))).length
  const counts = { neglected: neglected.length, unreached }
  if (neglected.length === 0) {
    if (unreached === 0) return { words: 'Every lead has an agent, an offer or a pond.', outcome: 'good', counts }
    const offers = unreached === 1 ? '1 offer has' : `${unreached} offers have`
    return { words: `${offers} reached nobody: no channel delivers. Their clocks wait.`, outcome: 'bad', counts }
  }
  const kinds = [...new Set(neglected.map(({ breach }) => SAID[breach]))].join(', ')
  const many = neglected.length === 1 ? '1 lead was' : `${neglected.length} leads were`
  return {
    words: `${many} neglected (${kinds}), and looked after now.`,
    outcome: 'bad',
    counts,
  }
}

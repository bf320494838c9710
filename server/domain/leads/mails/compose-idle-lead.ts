import { z } from 'zod'
import type { Db } from '#server/db.ts'
import type { Composed, QueuedMail } from '#server/domain/mail/mail.types.ts'
import { env } from '#server/env.ts'
import { CHASE_TO_COME } from '../idle/chase.words.ts'
import { type ChaseView, readChase } from '../idle/chase-view.queries.ts'
import { spanInWords } from '../offers/offers.words.ts'
import { agentColumns, contentOf } from './lead-mail.parts.ts'
import { type LeadMailView, onOneLine } from './lead-mail.view.ts'

const idleSchema = z.object({ chaseId: z.uuid(), personId: z.uuid() })
const backSchema = z.object({ chaseId: z.uuid() })

const dayAndTime = (timeZone: string, at: Date) =>
  new Intl.DateTimeFormat('en-US', { timeZone, weekday: 'long', hour: 'numeric', minute: '2-digit' }).format(at)

/** What comes if nobody does anything: nobody loses a lead who was not told that they may. */
const comesInWords = ({ toCome, timeZone }: ChaseView) =>
  toCome.map(({ act, dueAt }) => `${dayAndTime(timeZone, dueAt)}: ${CHASE_TO_COME[act].toLowerCase()}.`)

const readReader = async (tx: Db, personId: string) =>
  tx.person.findUniqueOrThrow({ where: { id: personId }, select: agentColumns })

const sent = async (view: LeadMailView): Promise<Composed> => ({
  send: { ...{ subject: view.subject, ...(await contentOf(view)) }, headers: { 'Auto-Submitted': 'auto-generated' } },
})

function idleView(chase: ChaseView, isTheirs: boolean, now: Date): Pick<LeadMailView, 'subject' | 'heading' | 'lines'> {
  const { agent, lead, startedAt } = chase
  const since = spanInWords(now.getTime() - startedAt.getTime())
  const subject = onOneLine(isTheirs ? `${lead.fullName} still waits for you` : `${lead.fullName} still waits`)
  const who = isTheirs
    ? `You have had this lead for ${since}, and no call, mail or text to ${lead.fullName} stands in Palmetto.`
    : `${agent.fullName} has had this lead for ${since}, and no call, mail or text to ${lead.fullName} stands in Palmetto.`
  const comes = comesInWords(chase)
  const lines = [who, ...(comes.length > 0 ? ['If nobody does anything:', ...comes] : [])]
  return { subject, heading: subject, lines }
}

/** Reminds whoever has a lead, or tells somebody above them. Not sent once somebody has done something. */
export async function composeIdleLead(tx: Db, mail: QueuedMail, now: Date): Promise<Composed> {
  const { chaseId, personId } = idleSchema.parse(mail.payload)
  const chase = await readChase(tx, { chaseId })
  // What everybody was told of for the last time is told.
  if (!chase || (chase.end !== null && chase.end !== 'exhausted')) return { suppress: 'lead-worked' }
  const { removedAt, office } = await readReader(tx, personId)
  if (removedAt) return { suppress: 'person-removed' }
  return sent({
    ...idleView(chase, personId === chase.agent.id, now),
    ...{ quote: null, facts: chase.lines, home: null, agent: null },
    buttons: [{ label: 'Open the lead', href: `${env.APP_URL}/leads/${chase.lead.id}` }],
    afterwards: 'You did call or write? Log it on the page of the lead: then nothing more happens.',
    firm: env.FIRM_NAME,
    office,
  })
}

/** Tells whoever had a lead that it went on, why, and how they get it again. Who it is they know; it is not said again. */
export async function composeTakenBack(tx: Db, mail: QueuedMail): Promise<Composed> {
  const { chaseId } = backSchema.parse(mail.payload)
  const chase = await readChase(tx, { chaseId })
  if (chase?.end !== 'takenBack' || !chase.endedAt) return { suppress: 'lead-gone' }
  if (chase.lead.agentId === chase.agent.id) return { suppress: 'lead-back' }
  const { removedAt, office } = await readReader(tx, chase.agent.id)
  if (removedAt) return { suppress: 'person-removed' }
  const since = spanInWords(chase.endedAt.getTime() - chase.startedAt.getTime())
  return sent({
    subject: `A lead of yours went on: ${onOneLine(chase.headline)}`,
    heading: 'This lead goes to somebody else now',
    lines: [
      `You had it for ${since}, and no call, mail or text stood in Palmetto. So nobody keeps waiting, it goes on. Nothing else follows from it: new leads come to you as before.`,
      'You did reach out, and it was not written down? Say so: if nobody has it yet, it is yours again at once.',
    ],
    ...{ quote: null, facts: [{ label: 'Lead', value: chase.headline }, ...chase.lines], home: null, agent: null },
    buttons: [{ label: 'I did reach out', href: `${env.APP_URL}/taken-back/${chaseId}` }],
    afterwards: 'Leads that you can not take up in time you can pass on when they are offered: a pass is an answer.',
    firm: env.FIRM_NAME,
    office,
  })
}

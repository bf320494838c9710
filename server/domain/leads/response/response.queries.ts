import type { Context } from '#server/context.ts'
import type { Db } from '#server/db.ts'
import { DOORS } from '../doors/doors.words.ts'
import { DAY_MS } from '../report-time.words.ts'
import { DOOR_WORDS } from '../routing/routing.words.ts'
import { readAsked } from './offers-made.sql.ts'
import { requireScope } from './require-scope.ts'
import type { ResponseInput, ResponseLeadsInput } from './response.schema.ts'
import { type Grouping, WAIT_BARS } from './response.words.ts'
import { barOf, speedOf, waitOf } from './speed.ts'
import { countElsewhere, MOST_LEADS, readWorkedLeads, type WorkedLead } from './worked-leads.sql.ts'

const MOST_ROWS = 100

/** A source has a name; what came without one is called by its door. */
function sourceSaid(key: string): string {
  const door = DOORS.find((each) => each === key)
  return door ? `By ${DOOR_WORDS[door]}` : key
}

const NOBODY = { key: 'nobody', label: 'Nobody yet' }
const GROUP: Record<Grouping, (lead: WorkedLead) => { key: string; label: string }> = {
  source: ({ sourceKey }) => ({ key: sourceKey, label: sourceSaid(sourceKey) }),
  agent: ({ agentId, agentName }) => (agentId && agentName ? { key: agentId, label: agentName } : NOBODY),
  office: ({ officeId, officeName }) => ({ key: officeId, label: officeName }),
}

function windowOf({ actor, now }: Context, { days }: ResponseInput) {
  const to = now()
  return { from: new Date(to.getTime() - days * DAY_MS), to, ...requireScope(actor) }
}

function groupsOf(leads: readonly WorkedLead[], { by, clock }: ResponseInput) {
  const groups = Map.groupBy(leads, (lead) => GROUP[by](lead).key)
  return [...groups]
    .map(([key, own]) => ({ key, label: own[0] ? GROUP[by](own[0]).label : key, speed: speedOf(own, clock) }))
    .toSorted((a, b) => b.speed.leads - a.speed.leads || a.label.localeCompare(b.label))
}

/** Why people passed, the most frequent first. */
async function countPassReasons(db: Db, { from, to, officeId }: ReturnType<typeof windowOf>) {
  const asked = { askedAt: { gte: from, lt: to }, passReason: { not: null } }
  const where = officeId === null ? asked : { ...asked, person: { officeId } }
  const counts = await db.leadOfferPerson.groupBy({ by: ['passReason'], where, _count: { _all: true } })
  return counts
    .flatMap(({ passReason, _count }) => (passReason ? { reason: passReason, times: _count._all } : []))
    .toSorted((a, b) => b.times - a.times || a.reason.localeCompare(b.reason))
}

/**
 * How fast people turned to those who came: of the leads of the last days, what came first of all that a person did.
 * Managers see the leads of their office, admins those of the firm.
 */
export async function getResponse(ctx: Context, input: ResponseInput) {
  const window = windowOf(ctx, input)
  const [leads, elsewhere, asked, reasons] = await Promise.all([
    readWorkedLeads(ctx.db, window),
    countElsewhere(ctx.db, window),
    readAsked(ctx.db, window),
    countPassReasons(ctx.db, window),
  ])
  const bars = Map.groupBy(leads, (lead) => barOf(waitOf(lead, input.clock)))
  return {
    ...{ asOf: window.to, from: window.from, isWholeFirm: window.officeId === null, isCut: leads.length >= MOST_LEADS },
    all: speedOf(leads, input.clock),
    bars: WAIT_BARS.map(({ key }) => ({ key, leads: bars.get(key)?.length ?? 0 })),
    ...{ groups: groupsOf(leads, input), elsewhere, asked, reasons },
  }
}

/** The leads behind a bar or a line of it, the latest first, a hundred at most. */
export async function listResponseLeads(ctx: Context, input: ResponseLeadsInput) {
  const leads = await readWorkedLeads(ctx.db, windowOf(ctx, input))
  const found = leads.filter(
    (lead) =>
      (input.bar === undefined || barOf(waitOf(lead, input.clock)) === input.bar) &&
      (input.key === undefined || GROUP[input.by](lead).key === input.key),
  )
  const rows = found.slice(0, MOST_ROWS).map((lead) => ({
    ...{ id: lead.id, receivedAt: lead.receivedAt, contactId: lead.contactId, contactName: lead.contactName },
    ...{ agentName: lead.agentName, touchedBy: lead.touchedBy, touchedHow: lead.touchedHow },
    minutes: waitOf(lead, input.clock),
  }))
  return { rows, count: found.length }
}

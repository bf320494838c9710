import type { Context } from '#server/context.ts'
import { DAY_MS, monthOf, spanOfMonth } from '../report-time.words.ts'
import { requireScope } from '../response/require-scope.ts'
import { readWorkedLeads, type WorkedLead } from '../response/worked-leads.sql.ts'
import { equalService } from './equal-service.ts'
import type { ServedLead } from './equal-service.types.ts'
import type { AreaLeadsInput, EqualServiceInput } from './fairness.schema.ts'
import type { AreaKind } from './fairness.words.ts'

const A_DAY_MINUTES = 1_440
const MOST_ROWS = 100

const areaOf = ({ citySlug, postalCode }: WorkedLead, by: AreaKind) => (by === 'town' ? citySlug : postalCode)

/** Nothing but place, time and outcome goes into the comparison. */
export function toServed(lead: WorkedLead, by: AreaKind): ServedLead {
  const { cameAt, minutes, offers, passes, timeouts } = lead
  // All are watched for as long: else a lead of the first would have had a month to be answered.
  const touchedAfterMinutes = minutes !== null && minutes <= A_DAY_MINUTES ? minutes : null
  return { area: areaOf(lead, by), cameAt, touchedAfterMinutes, offers, passes, timeouts }
}

async function readMonth({ db, actor, now }: Context, { month }: EqualServiceInput) {
  const asOf = now()
  const chosen = month ?? monthOf(asOf)
  const { from, to } = spanOfMonth(chosen)
  const scope = requireScope(actor)
  const until = new Date(Math.min(to.getTime() + DAY_MS, asOf.getTime()))
  const leads = from < until ? await readWorkedLeads(db, { from, to: until, ...scope }) : []
  const settled = new Date(Math.min(to.getTime(), asOf.getTime() - DAY_MS))
  return { asOf, month: chosen, scope, leads: leads.filter(({ receivedAt }) => receivedAt < settled) }
}

/** How each area was served in a month, compared with all others. Managers see their office, admins the firm. */
export async function getEqualService(ctx: Context, input: EqualServiceInput) {
  const { asOf, month, scope, leads } = await readMonth(ctx, input)
  const report = equalService(leads.map((lead) => toServed(lead, input.by)))
  return { asOf, month, isWholeFirm: scope.officeId === null, ...report }
}

/** The leads of one area in that month, the longest wait first, a hundred at most. */
export async function listAreaLeads(ctx: Context, input: AreaLeadsInput) {
  const { leads } = await readMonth(ctx, input)
  const longest = (lead: WorkedLead) => lead.minutes ?? Number.MAX_SAFE_INTEGER
  const own = leads.filter((lead) => areaOf(lead, input.by) === input.area)
  const rows = own
    .toSorted((a, b) => longest(b) - longest(a))
    .slice(0, MOST_ROWS)
    .map((lead) => ({
      ...{ id: lead.id, receivedAt: lead.receivedAt, contactId: lead.contactId, contactName: lead.contactName },
      ...{ agentName: lead.agentName, touchedBy: lead.touchedBy, touchedHow: lead.touchedHow, minutes: lead.minutes },
    }))
  return { rows, count: own.length }
}

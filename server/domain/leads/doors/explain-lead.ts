import type { Db } from '#server/db.ts'
import { findKnown } from '#server/domain/contacts/arrivals.service.ts'
import { SUB_TYPE_WORDS } from '#server/domain/listings/listings.words.ts'
import type { LeadSource } from '#server/generated/prisma/client.ts'
import type { LeadDoor } from '#server/generated/prisma/enums.ts'
import { tryOut } from '../routing/decide.service.ts'
import { completeFacts } from '../routing/facts.queries.ts'
import type { Decision, Facts } from '../routing/routing.types.ts'
import { METHOD_WORDS } from '../routing/routing.words.ts'
import { WHY_NOT_SAID } from '../routing/why-not.words.ts'
import { reasonToHold } from './arrivals/admit-lead.ts'
import { findHome } from './arrivals/find-home.queries.ts'
import { namedBy } from './arrivals/write-lead.ts'
import type { LeadDraft } from './draft.schema.ts'

type Order = {
  draft: LeadDraft
  source: LeadSource | null
  door: LeadDoor
  at: Date
  /** Leaves out whether they are known to us, and how each of our people stands. */
  forStranger: boolean
}

const home = {
  ...{ citySlug: true, postalCode: true, latitude: true, longitude: true, propertySubType: true },
  ...{ listPriceCents: true, listAgentId: true },
} as const

type Found = { homeId: string | null; knownAgentId: string | null }

/** What a decision would rest on if this came now: as of a lead that stands here. */
async function factsOf(db: Db, { draft, source, door, at }: Order, { homeId, knownAgentId }: Found): Promise<Facts> {
  const about = homeId ? await db.listing.findUniqueOrThrow({ where: { id: homeId }, select: home }) : null
  const subType = about?.propertySubType ?? draft.propertySubType
  const isOnMap = about !== null && about.latitude !== null && about.longitude !== null
  return completeFacts(db, {
    ...{ arrivedAt: at, door, sourceKey: source?.key ?? null, knownAgentId },
    tags: [...new Set([...draft.tags, ...(source?.defaultTags ?? [])])],
    leadType: draft.leadType ?? source?.defaultLeadType ?? (about ? 'Buyer' : null),
    priceCents: about ? Number(about.listPriceCents) : draft.priceCents,
    citySlug: about?.citySlug ?? draft.citySlug,
    postalCode: about?.postalCode ?? draft.postalCode,
    latitude: isOnMap ? about.latitude : draft.latitude,
    longitude: isOnMap ? about.longitude : draft.longitude,
    subTypeWords: subType && SUB_TYPE_WORDS[subType],
    listingAgentId: about?.listAgentId ?? null,
    namedAgentId: await namedBy(db, source, draft),
  })
}

const idsOf = ({ outcome }: Decision): string[] =>
  outcome.kind === 'assign' ? [outcome.agentId] : outcome.kind === 'pond' ? [] : outcome.agentIds

async function namesOf(db: Db, ids: readonly string[]) {
  const people = await db.person.findMany({ where: { id: { in: [...ids] } }, select: { id: true, fullName: true } })
  const names = new Map(people.map(({ id, fullName }) => [id, fullName]))
  return (id: string) => names.get(id) ?? 'somebody who is gone'
}

/** What would become of a lead if it came now: who would have it, by which rule, and why not the others. Reads only. */
export async function explainLead(db: Db, order: Order) {
  const { draft, door, at, forStranger } = order
  const found = await findHome(db, draft, door)
  const known = forStranger ? null : await findKnown(db, draft)
  const facts = await factsOf(db, order, { homeId: found?.id ?? null, knownAgentId: known?.agentId ?? null })
  const decision = await tryOut(db, { facts, at })
  const nameOf = await namesOf(db, [...idsOf(decision), ...decision.considered.map(({ agentId }) => agentId)])
  const { ruleName, method, outcome, because } = decision
  const says = method === 'relationship' || method === 'named-by-source' ? method : METHOD_WORDS[method].label
  return {
    heldBecause: reasonToHold({ draft }),
    isNew: known === null,
    aboutOurHome: found !== null,
    rule: ruleName,
    method: says,
    because,
    outcome: outcome.kind,
    agents: idsOf(decision).map(nameOf),
    considered: forStranger
      ? []
      : decision.considered.map(({ agentId, whyNot, score }) => ({
          name: nameOf(agentId),
          score,
          whyNot: whyNot.map((why) => WHY_NOT_SAID[why]),
        })),
  }
}

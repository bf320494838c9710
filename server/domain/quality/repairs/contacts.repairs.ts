import { z } from 'zod'
import { readSearchesInBooks, swapSearchOwners } from '#server/domain/alerts/searches.mending.ts'
import {
  readContactPlaces,
  readContactTexts,
  swapContactPlaces,
  swapContactTexts,
} from '#server/domain/contacts/contacts.mending.ts'
import { findFallback } from '#server/domain/leads/taking-in/routing-facts.queries.ts'
import { phoneOf } from '#server/domain/legacy/sync/text.values.ts'
import { officesOf, readPhonesOfPeople, swapPhonesOfPeople } from '#server/domain/org/people.mending.ts'
import { defineRepair, type Repair } from './repair.ts'
import { collapsed, properCase } from './spelling.ts'

const text = z.object({ text: z.string() })
const show = (value: z.output<typeof text>) => `“${value.text}”`
type Read = { id: string; value: string | null }

/** Those that a rewriting makes different. */
const rewritten = (rows: readonly Read[], rewrite: (text: string) => string | null) =>
  rows.flatMap(({ id, value }) => {
    const better = value === null ? null : rewrite(value)
    if (value === null || better === null || better === '' || better === value) return []
    return [{ id, from: { text: value }, to: { text: better } }]
  })

const textRepair = (
  ruleKey: string,
  order: string,
  field: 'fullName' | 'phone',
  rewrite: (text: string) => string | null,
): Repair =>
  defineRepair({
    ...{ ruleKey, order, value: text, show },
    plan: async (tx, ids) => rewritten(await readContactTexts(tx, field, ids), rewrite),
    swap: (tx, swaps, { at }) =>
      swapContactTexts(
        tx,
        field,
        swaps.map(({ id, from, to }) => ({ id, from: from.text, to: to.text })),
        at,
      ),
  })

const place = z.object({
  agentId: z.uuid(),
  officeId: z.uuid(),
  /** Alerts that go with the contact, and whose they are. */
  searches: z.array(z.object({ id: z.uuid(), ownerId: z.uuid() })),
})

const counted = (alerts: number) => (alerts === 1 ? '1 alert' : `${alerts} alerts`)

const handOver = defineRepair({
  ruleKey: 'contacts.agent-removed',
  order: 'Hand over',
  value: place,
  show: ({ searches }, side) =>
    side === 'before'
      ? 'somebody who has left'
      : `who takes new inquiries${searches.length > 0 ? `, with ${counted(searches.length)}` : ''}`,
  plan: async (tx, ids) => {
    const { agentId } = await findFallback(tx)
    const officeId = (await officesOf(tx, [agentId])).get(agentId)
    if (!officeId) return []
    const owned = Map.groupBy(await readSearchesInBooks(tx, ids), ({ contactId }) => contactId)
    return (await readContactPlaces(tx, ids)).flatMap(({ id, ...from }) => {
      const searches = (owned.get(id) ?? []).map((search) => ({ id: search.id, ownerId: search.ownerId }))
      if (from.agentId === agentId) return []
      const theirs = searches.map((search) => ({ ...search, ownerId: agentId }))
      return [{ id, from: { ...from, searches }, to: { agentId, officeId, searches: theirs } }]
    })
  },
  swap: async (tx, swaps, { at, isUndo }) => {
    const because = isUndo ? 'as it was before a repair' : 'because their agent is gone'
    const done = new Set(await swapContactPlaces(tx, swaps, { at, because }))
    // An alert that somebody has given to another meanwhile stays with them.
    const owners = swaps.flatMap(({ id, from, to }) =>
      from.searches.flatMap((search, index) => {
        const next = to.searches[index]
        return done.has(id) && next ? [{ id: search.id, from: search.ownerId, to: next.ownerId }] : []
      }),
    )
    await swapSearchOwners(tx, owners)
    return [...done]
  },
})

const office = z.object({ agentId: z.uuid(), officeId: z.uuid() })

const toTheirOffice = defineRepair({
  ruleKey: 'contacts.wrong-office',
  order: 'Follow their agent',
  value: office,
  show: (_value, side) => (side === 'before' ? 'another office' : 'the office of their agent'),
  plan: async (tx, ids) => {
    const places = await readContactPlaces(tx, ids)
    const offices = await officesOf(
      tx,
      places.map(({ agentId }) => agentId),
    )
    return places.flatMap(({ id, ...from }) => {
      const officeId = offices.get(from.agentId)
      return officeId && officeId !== from.officeId ? [{ id, from, to: { ...from, officeId } }] : []
    })
  },
  swap: (tx, swaps, { at }) => swapContactPlaces(tx, swaps, { at, because: 'as their agent is' }),
})

const phonesOfPeople = defineRepair({
  ...{ ruleKey: 'people.phone-spelling', order: 'Spell it properly', value: text, show },
  plan: async (tx, ids) =>
    rewritten(
      (await readPhonesOfPeople(tx, ids)).map(({ id, phone }) => ({ id, value: phone })),
      phoneOf,
    ),
  swap: (tx, swaps, { at }) =>
    swapPhonesOfPeople(
      tx,
      swaps.map(({ id, from, to }) => ({ id, from: from.text, to: to.text })),
      at,
    ),
})

export const contactRepairs: readonly Repair[] = [
  phonesOfPeople,
  handOver,
  toTheirOffice,
  textRepair('contacts.phone-spelling', 'Spell it properly', 'phone', phoneOf),
  textRepair('contacts.name-capitals', 'Write it properly', 'fullName', properCase),
  textRepair('contacts.name-spaces', 'Take the spaces away', 'fullName', collapsed),
]

import { z } from 'zod'
import {
  readSearchOwners,
  readSearchStates,
  swapSearchOwners,
  swapSearchStates,
} from '#server/domain/alerts/searches.mending.ts'
import { SearchReason } from '#server/generated/prisma/enums.ts'
import { defineRepair, type Repair } from './repair.ts'

const owners = defineRepair({
  ruleKey: 'searches.owner-removed',
  order: 'Give it to their agent',
  value: z.object({ ownerId: z.uuid() }),
  show: (_value, side) => (side === 'before' ? 'somebody who has left' : 'the agent of its contact'),
  plan: async (tx, ids) =>
    (await readSearchOwners(tx, ids)).map(({ id, ownerId, agentId }) => ({
      ...{ id, from: { ownerId }, to: { ownerId: agentId } },
    })),
  swap: (tx, swaps) =>
    swapSearchOwners(
      tx,
      swaps.map(({ id, from, to }) => ({ id, from: from.ownerId, to: to.ownerId })),
    ),
})

const state = z.object({ activeYN: z.boolean(), reason: z.enum(SearchReason), reasonNote: z.string().nullable() })
const NOTE = 'Nobody was on it any more.'

const nobody = defineRepair({
  ruleKey: 'searches.no-recipient',
  order: 'Let it rest',
  value: state,
  show: ({ activeYN }) => (activeYN ? 'on' : 'at rest'),
  plan: async (tx, ids) =>
    (await readSearchStates(tx, ids)).flatMap(({ id, contact, ...from }) => {
      if (!from.activeYN) return []
      // One without an address wakes by itself when there is one; one that its contact has left does not.
      const to = contact.email
        ? ({ activeYN: false, reason: 'ClientDisabled', reasonNote: NOTE } as const)
        : ({ activeYN: false, reason: 'NoOneToSendTo', reasonNote: null } as const)
      return [{ id, from, to }]
    }),
  swap: (tx, swaps) => swapSearchStates(tx, swaps),
})

export const searchRepairs: readonly Repair[] = [owners, nobody]

import { z } from 'zod'
import {
  readListingValues,
  readOpenHousesOver,
  swapListingValues,
  swapOpenHouseStatuses,
} from '#server/domain/listings/listings.mending.ts'
import { daysBefore } from '../rules/rule.ts'
import { defineRepair, type Repair } from './repair.ts'
import { eachOnce } from './spelling.ts'

const coordinates = defineRepair({
  ruleKey: 'listings.off-the-coast',
  order: 'Take the coordinates away',
  value: z.object({ latitude: z.number().nullable(), longitude: z.number().nullable() }),
  show: ({ latitude, longitude }) =>
    latitude === null || longitude === null ? 'none' : `${latitude.toFixed(2)}, ${longitude.toFixed(2)}`,
  plan: async (tx, ids) =>
    (await readListingValues(tx, ids)).flatMap(({ id, latitude, longitude }) =>
      latitude === null ? [] : [{ id, from: { latitude, longitude }, to: { latitude: null, longitude: null } }],
    ),
  swap: (tx, swaps) => swapListingValues(tx, swaps),
})

const year = defineRepair({
  ruleKey: 'listings.year-to-come',
  order: 'Take the year away',
  value: z.object({ yearBuilt: z.number().nullable() }),
  show: ({ yearBuilt }) => (yearBuilt === null ? 'unknown' : String(yearBuilt)),
  plan: async (tx, ids) =>
    (await readListingValues(tx, ids)).flatMap(({ id, yearBuilt }) =>
      yearBuilt === null ? [] : [{ id, from: { yearBuilt }, to: { yearBuilt: null } }],
    ),
  swap: (tx, swaps) => swapListingValues(tx, swaps),
})

const photos = defineRepair({
  ruleKey: 'listings.repeated-photos',
  order: 'Keep each photo once',
  value: z.object({ photoUrls: z.array(z.string()) }),
  show: ({ photoUrls }) => `${photoUrls.length} photos`,
  plan: async (tx, ids) =>
    (await readListingValues(tx, ids)).flatMap(({ id, photoUrls }) => {
      const once = eachOnce(photoUrls)
      return once.length === photoUrls.length ? [] : [{ id, from: { photoUrls }, to: { photoUrls: once } }]
    }),
  swap: (tx, swaps) => swapListingValues(tx, swaps),
})

const visits = z.object({ status: z.enum(['Active', 'Ended']), openHouseIds: z.array(z.uuid()) })

const openHouses = defineRepair({
  ruleKey: 'listings.open-house-over',
  order: 'Mark as ended',
  value: visits,
  show: ({ status, openHouseIds }) => `${openHouseIds.length} ${status === 'Active' ? 'active' : 'ended'}`,
  plan: async (tx, ids, at) => {
    const over = await readOpenHousesOver(tx, ids, daysBefore(at, 7))
    return [...Map.groupBy(over, ({ listingId }) => listingId)].map(([id, each]) => {
      const openHouseIds = each.map((visit) => visit.id)
      return { id, from: { status: 'Active' as const, openHouseIds }, to: { status: 'Ended' as const, openHouseIds } }
    })
  },
  swap: async (tx, swaps) => {
    const all = swaps.flatMap(({ from, to }) =>
      from.openHouseIds.map((id) => ({ id, from: from.status, to: to.status })),
    )
    const done = new Set(await swapOpenHouseStatuses(tx, all))
    return swaps.flatMap(({ id, from }) => (from.openHouseIds.some((visit) => done.has(visit)) ? [id] : []))
  },
})

export const listingRepairs: readonly Repair[] = [coordinates, year, photos, openHouses]

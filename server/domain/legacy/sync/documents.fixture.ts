import type { ObjectId } from 'mongodb'

/** The moment of the tests: dates of change lie before it. */
export const NOON = new Date('2026-11-20T17:00:00Z')
export const seconds = (count: number) => new Date(NOON.getTime() + count * 1000)

export type Doc = { _id: ObjectId | string | number; [field: string]: unknown }

export const anAgentDoc = (_id: Doc['_id'], over = {}): Doc => ({
  ...{
    _id,
    name: `Agent ${_id}`,
    email: `agent-${_id}@palmetto.test`,
    office: 'Beaufort',
    role: 'agent',
    active: true,
  },
  ...{ updatedAt: seconds(-600), ...over },
})
export const aContactDoc = (_id: Doc['_id'], agentId: unknown, over = {}): Doc => ({
  ...{ _id, firstName: 'Ana', lastName: `No. ${_id}`, email: `ana-${_id}@mail.test`, agentId, stage: 'lead' },
  ...{ updatedAt: seconds(-500), ...over },
})
export const aListingDoc = (_id: Doc['_id'], over = {}): Doc => ({
  ...{ _id, mlsNumber: `M${_id}`, status: 'Active', propertyType: 'SFR', price: 300_000, beds: 3, baths: 2 },
  ...{ address: { street: '1 Oak St', city: 'Beaufort', state: 'SC', zip: '29902' }, loc: [-80.68, 32.43], photos: [] },
  ...{ listedAt: seconds(-90_000), updatedAt: seconds(-400), ...over },
})
export const aSearchDoc = (_id: Doc['_id'], contactId: unknown, over = {}): Doc => ({
  ...{ _id, contactId, name: 'Near the water', criteria: { towns: ['Beaufort'] }, active: true },
  ...{ updatedAt: seconds(-300), ...over },
})

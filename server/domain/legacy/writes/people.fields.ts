import { z } from 'zod'
import type { SharedField } from './shared-fields.ts'

/** The contact that a record is about. */
export const contactField = <Row>(): SharedField<Row> => ({
  name: 'contact',
  read: ({ needed }) => needed ?? undefined,
  take: (into, from) => ({ ...into, needed: from.needed }),
  put: (into, value) => ({ ...into, needed: z.uuid().parse(value) }),
  write: (document, _ours, { needed }) => (needed === null ? document : { ...document, contactId: needed }),
})

/** The agent beside it. Nobody named on one side says nothing about the other. */
export const agentField = <Row>(): SharedField<Row> => ({
  name: 'agent',
  read: ({ wanted }) => wanted ?? undefined,
  take: (into, from) => ({ ...into, wanted: from.wanted }),
  put: (into, value) => ({ ...into, wanted: z.uuid().parse(value) }),
  write: (document, _ours, { wanted }) => (wanted === null ? document : { ...document, agentId: wanted }),
})

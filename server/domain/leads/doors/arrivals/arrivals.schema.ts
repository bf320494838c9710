import { z } from 'zod'
import { FIELD_SAID, WAITING_STATES } from '../doors.words.ts'

const arrivalId = z.uuid()
export const listWaitingInput = z.object({ state: z.enum(WAITING_STATES).optional(), cursor: z.uuid().nullish() })
export const arrivalInput = z.object({ arrivalId })

const names = Object.keys(FIELD_SAID) as (keyof typeof FIELD_SAID)[]
export const leadFields = z.partialRecord(z.enum(names), z.string().max(4_000))
export const makeLeadInput = z.object({ arrivalId, fields: leadFields })

export const addByHandInput = z.object({
  /** Made when the form is opened: sent five times, it is one lead. */
  requestKey: z.uuid(),
  fields: leadFields,
  sourceId: z.uuid().nullable(),
  /** Whoever writes it down keeps it. */
  isMine: z.boolean(),
})
export type ListWaitingInput = z.output<typeof listWaitingInput>
export type MakeLeadInput = z.output<typeof makeLeadInput>
export type AddByHandInput = z.output<typeof addByHandInput>

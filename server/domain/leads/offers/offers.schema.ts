import { z } from 'zod'
import { oneLine } from '../leads.people.schema.ts'
import { CHANNELS, PASS_REASONS } from './offers.words.ts'
import { POND_AGE_KEYS } from './pond-ages.words.ts'

const offerId = z.uuid()
const channel = z.enum(CHANNELS).default('app')

export const offerInput = z.object({ offerId })
export const answerInput = z.object({ offerId, channel })
export const passInput = z.object({ offerId, channel, reason: z.enum(PASS_REASONS) })

const pondId = z.uuid()
const name = oneLine(80).min(1, 'Give the pond a name.')

export const pondsInput = z.object({ pondId, age: z.enum(POND_AGE_KEYS) }).optional()
export const takeFromPondInput = z.object({ inquiryId: z.uuid() })
export const createPondInput = z.object({ name, officeId: z.uuid().nullable().default(null) })
export const changePondInput = z.object({ pondId, name })
export const removePondInput = z.object({ pondId })

import { z } from 'zod'

const searchId = z.uuid()
const version = z.number().int().min(1)

export const listVersionsSchema = z.object({
  searchId,
  /** The versions before this one; without it, the latest. */
  cursor: version.nullish(),
})
export const goBackSchema = z.object({
  searchId,
  version,
  /** The version that one was looking at: somebody else's change in between is not overwritten. */
  basedOnVersion: version,
})

export type ListVersionsInput = z.output<typeof listVersionsSchema>
export type GoBackInput = z.output<typeof goBackSchema>

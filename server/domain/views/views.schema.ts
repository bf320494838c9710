import { z } from 'zod'

export const LISTS = ['contacts', 'alerts'] as const
export type ListName = (typeof LISTS)[number]

const list = z.enum(LISTS)
const name = z
  .string()
  .trim()
  .min(1, 'Give the view a name.')
  .max(60, 'At most 60 characters.')
  .refine((text) => !/\p{Cc}/u.test(text), 'Keep it on one line.')
/** What stands behind the question mark of the page's address; pages read it as they read an address, trusting nothing. */
const query = z
  .string()
  .max(500)
  .regex(/^(?![?/])[\x21-\x7e]*$/, 'This is not the filter part of an address.')
const viewId = z.uuid()

export const listViewsInput = z.object({ list })
export const createViewInput = z.object({ list, name, query, shared: z.boolean().default(false) })
export const updateViewInput = z.object({
  viewId,
  name: name.optional(),
  query: query.optional(),
  shared: z.boolean().optional(),
})
export const viewByIdInput = z.object({ viewId })
export const arrangeListInput = z.object({
  list,
  hiddenColumns: z
    .array(z.string().regex(/^[a-zA-Z]{1,40}$/))
    .max(20)
    .optional(),
  /** Null: the list opens without filters. */
  defaultViewId: viewId.nullable().optional(),
  viewOrder: z.array(viewId).max(200).optional(),
})

export type CreateViewInput = z.output<typeof createViewInput>
export type UpdateViewInput = z.output<typeof updateViewInput>
export type ArrangeListInput = z.output<typeof arrangeListInput>

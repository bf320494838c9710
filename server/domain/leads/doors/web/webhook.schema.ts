import { z } from 'zod'
import { FIELD_SAID, type FieldName, type Fields } from '../doors.words.ts'

const scalar = z.union([z.string().max(20_000), z.number(), z.null()])
const NAMES = new Set<string>(Object.keys(FIELD_SAID))
const isField = (name: string): name is FieldName => NAMES.has(name)

/** What a program may send: named texts and numbers, in any order; what it sends beside them is left alone. */
export const leadJson = z.record(z.string(), z.unknown()).transform((json, context): Fields => {
  const fields: Fields = {}
  for (const [name, value] of Object.entries(json)) {
    if (!isField(name)) continue
    const list = z.array(z.string().max(200)).max(100).safeParse(value)
    const one = list.success ? list.data.join(',') : scalar.safeParse(value).data
    if (one === undefined) {
      context.addIssue({ code: 'custom', path: [name], message: 'Send a text or a number; for tags a list of texts.' })
    } else if (one !== null) fields[name] = String(one)
  }
  return fields
})

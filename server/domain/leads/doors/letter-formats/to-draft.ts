import type { Fields } from '../doors.words.ts'
import type { LeadDraft } from '../draft.schema.ts'
import { readFields } from '../read-fields.ts'

const TOWN_AND_ZIP = /^(.+?),\s*([^,]+?)(?:,\s*[A-Z]{2})?\s*,?\s*(\d{5})?(?:-\d{4})?$/

/** "12 Oak Street, Mount Pleasant, SC 29464" tells the town and the zip too, where nothing else does. */
function withPlace(fields: Fields): Fields {
  const [, street, rest = '', zip] = TOWN_AND_ZIP.exec(fields.address?.slice(0, 200) ?? '') ?? []
  if (!street) return fields
  const city = rest.replace(/\s+[A-Z]{2}$/, '')
  return {
    ...(city && !/^\d/.test(city) ? { city } : {}),
    ...(zip ? { postalCode: zip } : {}),
    ...fields,
    address: street,
  }
}

/** Takes what can be read and leaves the rest out: a portal's slip is no reason to lose somebody. */
export const toDraft = (fields: Fields): LeadDraft | null => readFields(withPlace(fields)).draft

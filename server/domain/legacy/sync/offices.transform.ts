import { townOf } from './place.values.ts'
import { phoneOf, textOf } from './text.values.ts'
import { extraOf, isRefusal, readableFields, refuse, type Transform } from './transform.ts'

export type OfficeRow = { name: string; postalAddress: string; phone: string; timeZone: string }

const KNOWN = ['name', 'address', 'phone', 'timeZone']
const ZONES = new Set(Intl.supportedValuesOf('timeZone'))
const HOME_ZONE = 'America/New_York'

/** Offices of the old system. Agents name them, so "Mt. Pleasant" has to be the office of that town. */
export const transformOffice: Transform<OfficeRow> = (document) => {
  const readable = readableFields(document)
  if (isRefusal(readable)) return readable
  const { fields } = readable
  const [name, postalAddress] = [townOf(fields.name)?.city ?? textOf(fields.name), textOf(fields.address)]
  const phone = phoneOf(fields.phone)
  if (!name) return refuse('missing-name', 'name', fields.name)
  if (!postalAddress) return refuse('missing-address', 'address', fields.address)
  if (!phone) return refuse('missing-phone', 'phone', fields.phone)
  const zone = textOf(fields.timeZone)
  const isZone = zone !== null && ZONES.has(zone)
  return {
    row: { name, postalAddress: postalAddress.replaceAll(/\s+/g, ' '), phone, timeZone: isZone ? zone : HOME_ZONE },
    needs: null,
    wants: null,
    extra: extraOf(fields, KNOWN, { timeZone: isZone ? null : fields.timeZone }),
  }
}

import { streetLine } from '../../../_homes/address.words.ts'
import { bathsOf, bathsWord, bedsWord, TYPE_WORD } from '../../../_homes/home.words.ts'
import { formatArea, formatMoney } from '../../../_ui/format.ts'
import type { PublicHome } from './_home.ts'

type Shared = Pick<
  PublicHome,
  | 'listPriceCents'
  | 'streetAddress'
  | 'unitNumber'
  | 'city'
  | 'postalCode'
  | 'subdivisionName'
  | 'propertySubType'
  | 'bedroomsTotal'
  | 'bathroomsFull'
  | 'bathroomsHalf'
  | 'livingAreaSqFt'
  | 'listOfficeName'
  | 'office'
>

/** The listing office as the MLS names it; one of our own offices stands for the firm. */
export const listedBy = ({ office, listOfficeName }: Pick<Shared, 'office' | 'listOfficeName'>, firm: string) =>
  office?.name === listOfficeName ? `${firm}, ${listOfficeName} office` : listOfficeName

/** What stands in the tab and above a shared link: the price, then where; a withheld street is not hinted at. */
export const shareTitle = (home: Shared) =>
  `${formatMoney(home.listPriceCents)} · ${home.streetAddress ? `${streetLine(home)}, ${home.city}` : `${TYPE_WORD[home.propertySubType]} in ${home.city}`}`

/** Facts alone: the remarks may name a street, a person or a number, and a preview travels further than the page. */
export function shareDescription(home: Shared, firm: string): string {
  const rooms = [
    ...(home.bedroomsTotal > 0 ? [bedsWord(home.bedroomsTotal)] : []),
    ...(bathsOf(home) > 0 ? [bathsWord(bathsOf(home))] : []),
    ...(home.livingAreaSqFt ? [formatArea(home.livingAreaSqFt)] : []),
  ]
  const place = home.streetAddress && home.subdivisionName ? `${home.subdivisionName}, ${home.city}` : home.city
  const what =
    rooms.length > 0 ? `${TYPE_WORD[home.propertySubType]}, ${rooms.join(', ')}` : TYPE_WORD[home.propertySubType]
  return `${what}, in ${place}, SC ${home.postalCode}. Photos, facts, price and an agent who answers. Listed by ${listedBy(home, firm)}.`
}

import { townName } from '#server/domain/listings/town.words.ts'
import { STATUS_WORD, TYPE_WORD } from '../../_homes/home.words.ts'
import { formatMoneyShort } from '../../_ui/format.ts'
import type { Filters } from './_filters.ts'

const short = (dollars: number) => formatMoneyShort(dollars * 100)
const feet = (area: number) => area.toLocaleString('en-US')

function between(min: number | undefined, max: number | undefined, say: (value: number) => string, unit = '') {
  if (min !== undefined && max !== undefined) return `${say(min)} to ${say(max)}${unit}`
  return min !== undefined ? `over ${say(min)}${unit}` : `under ${say(max ?? 0)}${unit}`
}

export type Chip = { key: string; label: string; without: Filters }

/** Filters one can read aloud, each with what is left when it goes. */
export function chipsOf(filters: Filters): Chip[] {
  const { q, listPriceMin, listPriceMax, bedroomsMin, bathroomsMin, livingAreaMin, livingAreaMax, box } = filters
  const chips: Chip[] = []
  const add = (key: string, label: string, gone: Partial<Filters>) =>
    chips.push({ key, label, without: { ...filters, ...gone } })

  if (q) add('q', `“${q}”`, { q: undefined })
  if (bedroomsMin) add('beds', `Beds ${bedroomsMin}+`, { bedroomsMin: undefined })
  if (bathroomsMin) add('baths', `Baths ${bathroomsMin}+`, { bathroomsMin: undefined })
  for (const slug of filters.citySlugs)
    add(slug, townName(slug), { citySlugs: filters.citySlugs.filter((other) => other !== slug) })
  for (const zip of filters.postalCodes)
    add(zip, zip, { postalCodes: filters.postalCodes.filter((other) => other !== zip) })
  if (listPriceMin !== undefined || listPriceMax !== undefined)
    add('price', between(listPriceMin, listPriceMax, short), { listPriceMin: undefined, listPriceMax: undefined })
  for (const type of filters.propertySubTypes)
    add(type, TYPE_WORD[type], { propertySubTypes: filters.propertySubTypes.filter((other) => other !== type) })
  if (livingAreaMin !== undefined || livingAreaMax !== undefined)
    add('area', between(livingAreaMin, livingAreaMax, feet, ' sq ft'), {
      livingAreaMin: undefined,
      livingAreaMax: undefined,
    })
  for (const status of filters.statuses)
    add(status, STATUS_WORD[status], { statuses: filters.statuses.filter((other) => other !== status) })
  if (box) add('box', 'Inside the map', { box: undefined })
  return chips
}

import type { ListingFeature } from '#server/generated/prisma/enums.ts'
import { textOf } from './text.values.ts'

/** Each as clerks and imports have spelled it; letters and digits only, lower case. Kept in the enum's order. */
const FEATURES: Record<ListingFeature, string> = {
  Pool: 'pool privatepool ingroundpool inground swimmingpool poolprivate',
  Waterfront:
    'waterfront onwater onthewater deepwater tidalcreek creekfront riverfront lakefront oceanfront beachfront',
  WaterView: 'waterview waterviews marshview marshviews riverview lagoonview lakeview pondview',
  OceanView: 'oceanview oceanviews oceanfront beachfront seaview',
  Dock: 'dock privatedock deepwaterdock shareddock boatdock boatslip',
  Garage:
    'garage attachedgarage detachedgarage 1cargarage 2cargarage 3cargarage onecargarage twocargarage garage1 garage2 garage3',
  Fireplace: 'fireplace gasfireplace woodfireplace fp gasfp',
  NewConstruction: 'newconstruction newbuild new newhome underconstruction tobebuilt',
  SingleStory: 'singlestory onestory 1story ranch onelevel singlelevel',
  PrimaryDownstairs:
    'primarydownstairs primarydown masterdown masterdownstairs firstfloorprimary firstfloormaster downstairsprimary',
  ScreenedPorch: 'screenedporch screenporch screenedinporch screened',
  FencedYard: 'fencedyard fenced fencedbackyard fence privacyfence',
  GuestQuarters: 'guestquarters guesthouse guestsuite carriagehouse mil milsuite inlawsuite frog',
  Gated: 'gated gatedcommunity guardgate guardgated',
  Elevator: 'elevator lift',
  GolfCourse: 'golfcourse golf ongolfcourse golfcommunity golfview golfcourselot',
}

const isFeature = (name: string): name is ListingFeature => name in FEATURES
const NAMES = Object.keys(FEATURES).filter(isFeature)
const bySpelling = Map.groupBy(
  NAMES.flatMap((name) => FEATURES[name].split(' ').map((word) => ({ word, name }))),
  ({ word }) => word,
)
const lettersOf = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '')

/** Features of a list, or of one text with commas; `unread` are the words that nobody can place. */
export function featuresOf(value: unknown): { features: ListingFeature[]; unread: string[] } {
  const items: unknown[] = Array.isArray(value) ? value : (textOf(value)?.split(/[,;|/]/) ?? [])
  const words = items.flatMap((item) => textOf(item) ?? [])
  const found = new Set(words.flatMap((word) => bySpelling.get(lettersOf(word))?.map(({ name }) => name) ?? []))
  return {
    features: NAMES.filter((name) => found.has(name)),
    unread: words.filter((word) => !bySpelling.has(lettersOf(word))),
  }
}

import type { PropertySubType, StandardStatus } from '#server/generated/prisma/enums.ts'
import { textOf } from './text.values.ts'

/** Each list as five years of clerks and imports have spelled it; letters and digits only, lower case. */
const STATUSES: Partial<Record<StandardStatus, string>> = {
  Active: 'active act a forsale onmarket available avail new live',
  ActiveUnderContract:
    'activeundercontract undercontract underagreement auc uc uctb contingent cont ctg activecontingent activecontingency activewithcontract activeuc',
  Pending: 'pending pend pnd p salepending pendingsale pendingclosing',
  ComingSoon: 'comingsoon cs soon coming csoon',
  Hold: 'hold tempoff tempoffmarket temporarilyoffmarket temporarilyoff temp tom tomkt toff onhold holdoff h',
  Withdrawn: 'withdrawn wd w wdn wth with offmarket off withdrew',
  Canceled: 'canceled cancelled cxl cancel can cncl canc',
  Expired: 'expired exp x e xpd lapsed',
  Closed: 'closed sold cls s sld c clsd closedsale settled',
  Incomplete: 'incomplete draft',
}

const SUB_TYPES: Record<PropertySubType, string> = {
  SingleFamilyResidence:
    'singlefamilyresidence singlefamily singlefamilyhome singlefamilydetached sfr sf sfd sfh house home detached residential singlefam',
  Townhouse: 'townhouse townhome townhomes townhouses th twnhs twnh rowhouse',
  Condominium: 'condominium condo condos condominiums cnd apartment apt',
  ManufacturedHome: 'manufacturedhome manufactured mobile mobilehome mfg mh mfd modular',
  Duplex: 'duplex dup dplx twofamily 2family multifamily',
  UnimprovedLand: 'unimprovedland land lot lots vacantland vacantlot lotsland lotland lnd acreage rawland',
}

const bySpelling = <Value extends string>(lists: Partial<Record<Value, string>>) =>
  new Map(
    Object.entries<string | undefined>(lists).flatMap(
      ([value, spellings]) => spellings?.split(' ').map((word) => [word, value] as const) ?? [],
    ),
  )

const isStatus = (word: string): word is StandardStatus => word in STATUSES
const isSubType = (word: string): word is PropertySubType => word in SUB_TYPES

const statuses = bySpelling(STATUSES)
const subTypes = bySpelling(SUB_TYPES)
const lettersOf = (value: unknown) => (textOf(value) ?? '').toLowerCase().replace(/[^a-z0-9]/g, '')

/** RESO's status for a word of the old system, or null for one that nobody can place. */
export function statusOf(value: unknown): StandardStatus | null {
  const status = statuses.get(lettersOf(value))
  return status !== undefined && isStatus(status) ? status : null
}

export function subTypeOf(value: unknown): PropertySubType | null {
  const subType = subTypes.get(lettersOf(value))
  return subType !== undefined && isSubType(subType) ? subType : null
}

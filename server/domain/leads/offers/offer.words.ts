import { SUB_TYPE_WORDS } from '#server/domain/listings/listings.words.ts'
import type { InquiryKind, LeadType, PropertySubType } from '#server/generated/prisma/enums.ts'

/** All that whoever is asked may know before they take a lead: what is wanted, and where. Never who. */
export type Need = {
  kind: InquiryKind
  leadType: LeadType | null
  priceCents: number | null
  /** Whether the price is a month's rent. */
  perMonth: boolean
  /** "Mount Pleasant". */
  town: string | null
  postalCode: string | null
  propertySubType: PropertySubType | null
  wantsVisitAt: number
}

const WANTS: Record<LeadType, string> = {
  Buyer: 'Somebody wants to buy',
  Seller: 'Somebody wants to sell',
  Renter: 'Somebody wants to rent',
}
const ASKS: Record<InquiryKind, string> = {
  Question: 'Somebody asks about a home',
  Showing: 'Somebody wants to see a home',
  SignUp: 'Somebody looks for homes',
  General: 'Somebody got in touch',
}

/** "Somebody wants to see a home in Mount Pleasant". */
export function headlineOf({ kind, leadType, town }: Need): string {
  const what = kind === 'General' && leadType ? WANTS[leadType] : ASKS[kind]
  return town ? `${what} in ${town}` : what
}

/** A price as a band of 50,000: enough to know whether it fits, and no address to guess. */
export function bandInWords(priceCents: number): string {
  const dollars = Math.round(priceCents / 100 / 50_000) * 50_000
  return dollars === 0 ? 'under $50,000' : `around $${dollars.toLocaleString('en-US')}`
}

/** A rent by the month, as a band of 250. */
export function rentInWords(priceCents: number): string {
  const dollars = Math.round(priceCents / 100 / 250) * 250
  return dollars === 0 ? 'under $250 a month' : `around $${dollars.toLocaleString('en-US')} a month`
}

/** The lines below the headline. */
export function needInLines({ priceCents, perMonth, postalCode, propertySubType, leadType, kind, wantsVisitAt }: Need) {
  return [
    ...(leadType && kind !== 'General' ? [{ label: 'Who', value: `A ${leadType.toLowerCase()}` }] : []),
    ...(priceCents === null ? [] : [{ label: 'Price', value: (perMonth ? rentInWords : bandInWords)(priceCents) }]),
    ...(propertySubType ? [{ label: 'Home', value: SUB_TYPE_WORDS[propertySubType] }] : []),
    ...(postalCode ? [{ label: 'Zip', value: postalCode }] : []),
    ...(wantsVisitAt > 0
      ? [{ label: 'Visit', value: `${wantsVisitAt} ${wantsVisitAt === 1 ? 'time' : 'times'} proposed` }]
      : []),
  ]
}

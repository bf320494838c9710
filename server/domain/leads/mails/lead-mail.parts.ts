import { render } from '@react-email/render'
import { createElement } from 'react'
import { factsInWords } from '#server/domain/alerts/mails/alert-mail.view.ts'
import { env } from '#server/env.ts'
import type { Prisma } from '#server/generated/prisma/client.ts'
import { LeadMail } from './lead-mail.tsx'
import { type LeadMailView, textOf } from './lead-mail.view.ts'

export const homeColumns = {
  ...{ id: true, listingKey: true, listingId: true, listPriceCents: true, bedroomsTotal: true, bathroomsFull: true },
  ...{ bathroomsHalf: true, livingAreaSqFt: true, photoUrls: true, streetAddress: true, unitNumber: true, city: true },
  ...{ stateOrProvince: true, postalCode: true, listOfficeName: true },
  ...{ internetAddressDisplayYN: true, internetEntireListingDisplayYN: true },
} satisfies Prisma.ListingSelect
export type MailedHome = Prisma.ListingGetPayload<{ select: typeof homeColumns }>

export const agentColumns = {
  ...{ fullName: true, title: true, phone: true, email: true, removedAt: true },
  office: { select: { name: true, postalAddress: true, phone: true } },
} satisfies Prisma.PersonSelect
type MailedAgent = Prisma.PersonGetPayload<{ select: typeof agentColumns }>

const money = (cents: bigint) => `$${Math.round(Number(cents) / 100).toLocaleString('en-US')}`

/** "12 Marsh Lane 4B"; the public reads the town alone where the seller withholds the street. */
export const streetOf = (home: MailedHome, isForPublic: boolean) =>
  isForPublic && !home.internetAddressDisplayYN
    ? `a home in ${home.city}`
    : `${home.streetAddress}${home.unitNumber ? ` ${home.unitNumber}` : ''}`

/** The home's card. Null where it may not be shown to anybody any more. */
export function homeCard(home: MailedHome | null, { isForPublic, href }: { isForPublic: boolean; href: string }) {
  if (!home || (isForPublic && !home.internetEntireListingDisplayYN)) return null
  const place = `${home.city}, ${home.stateOrProvince} ${home.postalCode}`
  const isWithheld = isForPublic && !home.internetAddressDisplayYN
  const [photo] = home.photoUrls
  return {
    photoUrl: photo ? `${photo}?w=1200` : null,
    price: money(home.listPriceCents),
    address: isWithheld ? `Address on request, ${place}` : `${streetOf(home, false)}, ${place}`,
    facts: factsInWords({
      beds: home.bedroomsTotal,
      baths: home.bathroomsFull + home.bathroomsHalf * 0.5,
      areaSqFt: home.livingAreaSqFt,
    }),
    listedBy: home.listOfficeName,
    href,
  }
}

const slugOf = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

export const agentCard = ({ fullName: name, title, phone, email }: MailedAgent) => ({
  ...{ name, title, phone, email },
  portraitUrl: `${env.PHOTO_ORIGIN}/people/${slugOf(name)}.jpg?w=112`,
})

/** The mail as it leaves: for readers with HTML, and for those without. */
export const contentOf = async (view: LeadMailView) => ({
  html: await render(createElement(LeadMail, { view })),
  text: textOf(view),
})

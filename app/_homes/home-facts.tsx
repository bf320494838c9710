import type { PropertySubType } from '#server/generated/prisma/enums.ts'
import { Area } from '../_ui/area.tsx'
import { Fact, Facts } from '../_ui/fact.tsx'
import { formatMoney } from '../_ui/format.ts'
import { Money } from '../_ui/money.tsx'
import { When } from '../_ui/when.tsx'
import { bathsOf, TYPE_WORD } from './home.words.ts'

type Props = {
  home: {
    propertySubType: PropertySubType
    bedroomsTotal: number
    bathroomsFull: number
    bathroomsHalf: number
    livingAreaSqFt: number | null
    lotSizeSquareFeet: number | null
    yearBuilt: number | null
    subdivisionName: string | null
    listPriceCents: number
    originalListPriceCents: number
    closePriceCents: number | null
    onMarketTimestamp: Date
  }
}

const ACRE = 43_560

/** The facts people ask for first. What nobody entered is left out. */
export function HomeFacts({ home }: Props) {
  const { livingAreaSqFt, lotSizeSquareFeet, listPriceCents, originalListPriceCents } = home
  const lot =
    lotSizeSquareFeet && lotSizeSquareFeet >= ACRE / 2
      ? `${(lotSizeSquareFeet / ACRE).toFixed(2)} acres`
      : lotSizeSquareFeet && <Area sqft={lotSizeSquareFeet} />
  return (
    <Facts columns={3}>
      <Fact label="Kind">{TYPE_WORD[home.propertySubType]}</Fact>
      {home.bedroomsTotal > 0 && <Fact label="Bedrooms">{home.bedroomsTotal}</Fact>}
      {bathsOf(home) > 0 && <Fact label="Bathrooms">{bathsOf(home)}</Fact>}
      {livingAreaSqFt && (
        <Fact label="Area">
          <Area sqft={livingAreaSqFt} />
        </Fact>
      )}
      {livingAreaSqFt && (
        <Fact label="Price per sq ft">{formatMoney(Math.round(listPriceCents / livingAreaSqFt))}</Fact>
      )}
      {lot && <Fact label="Lot">{lot}</Fact>}
      {home.yearBuilt && <Fact label="Built">{home.yearBuilt}</Fact>}
      {home.subdivisionName && <Fact label="Neighborhood">{home.subdivisionName}</Fact>}
      {originalListPriceCents !== listPriceCents && (
        <Fact label="First asked">
          <Money cents={originalListPriceCents} />
        </Fact>
      )}
      {home.closePriceCents && (
        <Fact label="Sold for">
          <Money cents={home.closePriceCents} />
        </Fact>
      )}
      <Fact label="On the market">
        <When at={home.onMarketTimestamp} />
      </Fact>
    </Facts>
  )
}

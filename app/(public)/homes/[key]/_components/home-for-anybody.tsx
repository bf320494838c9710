import { Suspense } from 'react'
import { streetLine, townLine } from '../../../../_homes/address.words.ts'
import { bathsOf } from '../../../../_homes/home.words.ts'
import { HomeFacts } from '../../../../_homes/home-facts.tsx'
import { HomeFeatures } from '../../../../_homes/home-features.tsx'
import { HomePlace } from '../../../../_homes/home-place.tsx'
import { HomeStatus } from '../../../../_homes/home-status.tsx'
import { OpenHouses } from '../../../../_homes/open-houses.tsx'
import { PhotoMosaic } from '../../../../_homes/photo-mosaic.tsx'
import { PriceChange } from '../../../../_homes/price-change.tsx'
import { Rooms } from '../../../../_homes/rooms.tsx'
import { Money } from '../../../../_ui/money.tsx'
import { Section } from '../../../../_ui/section.tsx'
import type { PublicHome } from '../_home.ts'
import type { Reader } from '../_reader.ts'
import { AskTheAgent } from './ask-the-agent.tsx'
import classes from './home-for-anybody.module.css'
import { ListedBy } from './listed-by.tsx'
import { PublicFrame } from './public-frame.tsx'
import { SayOfHome } from './say-of-home.tsx'
import { SimilarHomes } from './similar-homes.tsx'
import { VisitBeacon } from './visit-beacon.tsx'

type Props = {
  home: PublicHome
  /** Whose link it is, when it is somebody's own. */
  reader: Reader | null
  portrait: string | null
  firm: string
  mapStyleUrl: string | undefined
}

/** A home as a client sees it on the phone: photos, price, words, and the agent's number within reach of the thumb. */
export const HomeForAnybody = ({ home, reader, portrait, firm, mapStyleUrl }: Props) => (
  <PublicFrame>
    <PhotoMosaic photos={home.photos} of={streetLine(home)} />
    <div className={classes.columns}>
      <div className={classes.words}>
        <div>
          <div className={classes.top}>
            <span className={classes.price}>
              <Money cents={home.listPriceCents} />
            </span>
            <PriceChange from={home.previousListPriceCents} to={home.listPriceCents} />
            <span className={classes.status}>
              <HomeStatus status={home.standardStatus} />
            </span>
          </div>
          <Rooms beds={home.bedroomsTotal} baths={bathsOf(home)} sqft={home.livingAreaSqFt} />
          <h1 className={classes.address}>
            {streetLine(home)}
            <span>{townLine(home)}</span>
          </h1>
        </div>
        {reader && <SayOfHome reader={reader} of={streetLine(home)} />}
        {reader && <VisitBeacon token={reader.token} listingKey={home.listingKey} />}
        {home.publicRemarks && <p className={classes.remarks}>{home.publicRemarks}</p>}
        <OpenHouses visits={home.openHouses} />
        <Section title="Facts">
          <HomeFacts home={home} />
          <HomeFeatures features={home.features} />
        </Section>
        {home.latitude !== null && (
          <Section title="Where it is" flush>
            <HomePlace home={home} styleUrl={mapStyleUrl} />
          </Section>
        )}
        <ListedBy home={home} firm={firm} />
      </div>
      <AskTheAgent home={home} portrait={portrait} firm={firm} />
    </div>
    <Suspense>
      <SimilarHomes listingKey={home.listingKey} />
    </Suspense>
  </PublicFrame>
)

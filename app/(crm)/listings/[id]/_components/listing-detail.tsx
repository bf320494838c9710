'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import Link from 'next/link'
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
import { useTRPC } from '../../../../_trpc/client.tsx'
import { Money } from '../../../../_ui/money.tsx'
import { PageHeader } from '../../../../_ui/page-header.tsx'
import { Section } from '../../../../_ui/section.tsx'
import { When } from '../../../../_ui/when.tsx'
import { OpenTwin } from '../../../_twins/open-twin.tsx'
import { listingById } from '../../_queries.ts'
import { AgentCard } from './agent-card.tsx'
import { EventLine } from './event-line.tsx'
import classes from './listing-detail.module.css'
import { PeopleForHome } from './people-for-home.tsx'
import { PriceHistory } from './price-history.tsx'
import { PublicLinks } from './public-links.tsx'

type Props = { id: string; mapStyleUrl: string | undefined; photoOrigin: string }

/** One home as an agent sees it: photos, facts, prices, place, agent, and what happened to it. */
export function ListingDetail({ id, mapStyleUrl, photoOrigin }: Props) {
  const { data: home } = useSuspenseQuery(listingById(useTRPC(), id))
  return (
    <article>
      <PageHeader
        trail={<Link href="/listings">Listings</Link>}
        title={streetLine(home)}
        aside={<HomeStatus status={home.standardStatus} />}
        description={`${townLine(home)} · MLS# ${home.listingId}`}
        actions={
          <>
            <OpenTwin kind="listing" id={home.id} />
            {home.internetEntireListingDisplayYN && <PublicLinks listingKey={home.listingKey} />}
          </>
        }
      />
      <PhotoMosaic photos={home.photos} of={streetLine(home)} />
      <div className={classes.columns}>
        <div className={classes.main}>
          <div>
            <p className={classes.price}>
              <Money cents={home.listPriceCents} />
              <PriceChange from={home.previousListPriceCents} to={home.listPriceCents} />
            </p>
            <Rooms beds={home.bedroomsTotal} baths={bathsOf(home)} sqft={home.livingAreaSqFt} />
          </div>
          {home.publicRemarks && <p className={classes.remarks}>{home.publicRemarks}</p>}
          <Section title="Facts">
            <HomeFacts home={home} />
            <HomeFeatures features={home.features} />
          </Section>
          <PriceHistory home={home} />
          <Section title="Place" flush>
            <HomePlace home={home} styleUrl={mapStyleUrl} />
          </Section>
        </div>
        <aside className={classes.side}>
          <OpenHouses visits={home.openHouses} />
          <PeopleForHome home={home} />
          <AgentCard photoOrigin={photoOrigin} agent={home.listAgent} officeName={home.listOfficeName} />
          <Section title="What happened">
            <EventLine events={home.events} />
          </Section>
          <p className={classes.source}>
            From the MLS feed{home.mlsStatus ? `, which calls it “${home.mlsStatus}”` : ''}. Last changed there{' '}
            <When at={home.modificationTimestamp} />.
          </p>
        </aside>
      </div>
    </article>
  )
}

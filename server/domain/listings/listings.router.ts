import { memberProcedure, publicProcedure, router } from '#server/trpc/init.ts'
import {
  countByPrice,
  findPins,
  getListing,
  getPublicListing,
  listListings,
  listSubdivisions,
  listTowns,
} from './listings.queries.ts'
import {
  findPinsInput,
  listingByIdInput,
  listListingsInput,
  priceHistogramInput,
  publicListingInput,
} from './listings.schema.ts'
import { findPlaces } from './public/places.queries.ts'
import { findHomesOnMap } from './public/public.map.ts'
import { countHomesByPrice, listHomeCards, searchHomes } from './public/public.queries.ts'
import * as asked from './public/public.schema.ts'
import { relaxHomes } from './public/relax.queries.ts'
import { listSimilarHomes } from './public/similar.queries.ts'

export const listingsRouter = router({
  list: memberProcedure.input(listListingsInput).query(({ ctx, input }) => listListings(ctx, input)),
  pins: memberProcedure.input(findPinsInput).query(({ ctx, input }) => findPins(ctx, input)),
  towns: memberProcedure.query(({ ctx }) => listTowns(ctx)),
  subdivisions: memberProcedure.query(({ ctx }) => listSubdivisions(ctx)),
  priceHistogram: memberProcedure.input(priceHistogramInput).query(({ ctx, input }) => countByPrice(ctx, input)),
  byId: memberProcedure.input(listingByIdInput).query(({ ctx, input }) => getListing(ctx, input)),
  publicByKey: publicProcedure.input(publicListingInput).query(({ ctx, input }) => getPublicListing(ctx, input)),
  publicSearch: publicProcedure.input(asked.searchHomesInput).query(({ ctx, input }) => searchHomes(ctx, input)),
  publicPins: publicProcedure.input(asked.homesOnMapInput).query(({ ctx, input }) => findHomesOnMap(ctx, input)),
  publicCards: publicProcedure.input(asked.homeCardsInput).query(({ ctx, input }) => listHomeCards(ctx, input)),
  publicPrices: publicProcedure.input(asked.homePricesInput).query(({ ctx, input }) => countHomesByPrice(ctx, input)),
  publicPlaces: publicProcedure.input(asked.findPlacesInput).query(({ ctx, input }) => findPlaces(ctx, input)),
  publicRelax: publicProcedure.input(asked.relaxHomesInput).query(({ ctx, input }) => relaxHomes(ctx, input)),
  publicSimilar: publicProcedure.input(asked.similarHomesInput).query(({ ctx, input }) => listSimilarHomes(ctx, input)),
})

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

export const listingsRouter = router({
  list: memberProcedure.input(listListingsInput).query(({ ctx, input }) => listListings(ctx, input)),
  pins: memberProcedure.input(findPinsInput).query(({ ctx, input }) => findPins(ctx, input)),
  towns: memberProcedure.query(({ ctx }) => listTowns(ctx)),
  subdivisions: memberProcedure.query(({ ctx }) => listSubdivisions(ctx)),
  priceHistogram: memberProcedure.input(priceHistogramInput).query(({ ctx, input }) => countByPrice(ctx, input)),
  byId: memberProcedure.input(listingByIdInput).query(({ ctx, input }) => getListing(ctx, input)),
  publicByKey: publicProcedure.input(publicListingInput).query(({ ctx, input }) => getPublicListing(ctx, input)),
})

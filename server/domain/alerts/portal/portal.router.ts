import { memberProcedure, publicProcedure, router } from '#server/trpc/init.ts'
import { setPortalCadence, setPortalHours } from './hours.service.ts'
import { listMailHomes } from './mail-homes.queries.ts'
import { getVerdict, listPortalHomes } from './portal.queries.ts'
import * as schema from './portal.schema.ts'
import { pauseSearch, setVerdict } from './portal.service.ts'
import { renewPortalLink, requestPortalLink } from './portal-link.service.ts'
import { listVerdicts } from './verdicts.queries.ts'
import { recordVisit } from './visits.service.ts'

/** What a client does for themselves by the link in their mails, and what their agent sees of it. */
export const portalRouter = router({
  homes: publicProcedure.input(schema.portalHomesInput).query(({ ctx, input }) => listPortalHomes(ctx, input)),
  mailHomes: publicProcedure.input(schema.mailHomesInput).query(({ ctx, input }) => listMailHomes(ctx, input)),
  verdict: publicProcedure.input(schema.verdictOfInput).query(({ ctx, input }) => getVerdict(ctx, input)),
  setVerdict: publicProcedure.input(schema.setVerdictInput).mutation(({ ctx, input }) => setVerdict(ctx, input)),
  visit: publicProcedure.input(schema.verdictOfInput).mutation(({ ctx, input }) => recordVisit(ctx, input)),
  pause: publicProcedure.input(schema.pauseSearchInput).mutation(({ ctx, input }) => pauseSearch(ctx, input)),
  setCadence: publicProcedure.input(schema.setCadenceInput).mutation(({ ctx, input }) => setPortalCadence(ctx, input)),
  setHours: publicProcedure.input(schema.setHoursInput).mutation(({ ctx, input }) => setPortalHours(ctx, input)),
  requestLink: publicProcedure
    .input(schema.requestLinkInput)
    .mutation(({ ctx, input }) => requestPortalLink(ctx, input)),
  renewLink: publicProcedure.input(schema.renewLinkInput).mutation(({ ctx, input }) => renewPortalLink(ctx, input)),
  verdictsOf: memberProcedure.input(schema.verdictsOfContactInput).query(({ ctx, input }) => listVerdicts(ctx, input)),
})

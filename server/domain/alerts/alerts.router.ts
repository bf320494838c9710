import { adminProcedure, memberProcedure, publicProcedure, router } from '#server/trpc/init.ts'
import { listHomesShown } from './homes-shown.queries.ts'
import { previewNextMail } from './knowing/next-mail.queries.ts'
import { relaxSearch } from './knowing/relax.queries.ts'
import { whyHome } from './knowing/why.queries.ts'
import { whySchema } from './knowing/why.schema.ts'
import { listLanes } from './lanes/lanes.queries.ts'
import { countPeopleForHomes, listPeopleForHome, whyForNobody } from './people-for.queries.ts'
import { peopleForHomeSchema, peopleForHomesSchema, whyForNobodySchema } from './people-for.schema.ts'
import { getPerformance, listLedTo } from './performance/performance.queries.ts'
import { ledToSchema, performanceSchema } from './performance/performance.schema.ts'
import { preferencesSchema, setPreferenceSchema, stopEverythingSchema } from './preferences.schema.ts'
import { getPreferences, setPreference, stopEverything } from './preferences.service.ts'
import { countPrices, previewSearch } from './preview.queries.ts'
import { replayAlertRun } from './replay/replay.queries.ts'
import { getAlertRunOf, listAlertRuns } from './runs.queries.ts'
import { alertRunOfSchema } from './runs.schema.ts'
import * as many from './searches.many.ts'
import { getSearch, listSearches } from './searches.queries.ts'
import {
  createSearchSchema,
  homesShownSchema,
  listSearchesSchema,
  previewSchema,
  removeManySearchesSchema,
  removeSearchSchema,
  restoreManySearchesSchema,
  reviseSearchSchema,
  searchByIdSchema,
  setActiveOfManySchema,
  setSearchActiveSchema,
} from './searches.schema.ts'
import { createSearch, removeSearch, restoreSearch, reviseSearch, setSearchActive } from './searches.service.ts'

export const alertsRouter = router({
  list: memberProcedure.input(listSearchesSchema).query(({ ctx, input }) => listSearches(ctx, input)),
  byId: memberProcedure.input(searchByIdSchema).query(({ ctx, input }) => getSearch(ctx, input)),
  lanes: memberProcedure.input(homesShownSchema).query(({ ctx, input }) => listLanes(ctx, input)),
  homesShown: memberProcedure.input(homesShownSchema).query(({ ctx, input }) => listHomesShown(ctx, input)),
  peopleForHome: memberProcedure.input(peopleForHomeSchema).query(({ ctx, input }) => listPeopleForHome(ctx, input)),
  whyForNobody: memberProcedure.input(whyForNobodySchema).query(({ ctx, input }) => whyForNobody(ctx, input)),
  peopleForHomes: memberProcedure
    .input(peopleForHomesSchema)
    .query(({ ctx, input }) => countPeopleForHomes(ctx, input)),
  preview: memberProcedure.input(previewSchema).query(({ ctx, input }) => previewSearch(ctx, input)),
  prices: memberProcedure.input(previewSchema).query(({ ctx, input }) => countPrices(ctx, input)),
  relax: memberProcedure.input(previewSchema).query(({ ctx, input }) => relaxSearch(ctx, input)),
  nextMail: memberProcedure.input(homesShownSchema).query(({ ctx, input }) => previewNextMail(ctx, input)),
  whyHome: memberProcedure.input(whySchema).query(({ ctx, input }) => whyHome(ctx, input)),
  create: memberProcedure.input(createSearchSchema).mutation(({ ctx, input }) => createSearch(ctx, input)),
  revise: memberProcedure.input(reviseSearchSchema).mutation(({ ctx, input }) => reviseSearch(ctx, input)),
  setActive: memberProcedure.input(setSearchActiveSchema).mutation(({ ctx, input }) => setSearchActive(ctx, input)),
  remove: memberProcedure.input(removeSearchSchema).mutation(({ ctx, input }) => removeSearch(ctx, input)),
  restore: memberProcedure.input(removeSearchSchema).mutation(({ ctx, input }) => restoreSearch(ctx, input)),
  setActiveOfMany: memberProcedure
    .input(setActiveOfManySchema)
    .mutation(({ ctx, input }) => many.setActiveOfMany(ctx, input)),
  removeMany: memberProcedure.input(removeManySearchesSchema).mutation(({ ctx, input }) => many.removeMany(ctx, input)),
  restoreMany: memberProcedure
    .input(restoreManySearchesSchema)
    .mutation(({ ctx, input }) => many.restoreMany(ctx, input)),
  ledTo: memberProcedure.input(ledToSchema).query(({ ctx, input }) => listLedTo(ctx, input)),
  performance: memberProcedure.input(performanceSchema).query(({ ctx, input }) => getPerformance(ctx, input)),
  runs: adminProcedure.query(({ ctx }) => listAlertRuns(ctx)),
  runOf: adminProcedure.input(alertRunOfSchema).query(({ ctx, input }) => getAlertRunOf(ctx, input)),
  replayRun: adminProcedure.input(alertRunOfSchema).query(({ ctx, input }) => replayAlertRun(ctx, input)),
  preferences: publicProcedure.input(preferencesSchema).query(({ ctx, input }) => getPreferences(ctx, input)),
  setPreference: publicProcedure.input(setPreferenceSchema).mutation(({ ctx, input }) => setPreference(ctx, input)),
  stopEverything: publicProcedure.input(stopEverythingSchema).mutation(({ ctx, input }) => stopEverything(ctx, input)),
})

import { memberProcedure, router } from '#server/trpc/init.ts'
import { getEqualService, listAreaLeads } from './fairness/fairness.queries.ts'
import { areaLeadsInput, equalServiceInput } from './fairness/fairness.schema.ts'
import { getResponse, listResponseLeads } from './response/response.queries.ts'
import { responseInput, responseLeadsInput } from './response/response.schema.ts'

export const reportsRouter = router({
  response: memberProcedure.input(responseInput).query(({ ctx, input }) => getResponse(ctx, input)),
  responseLeads: memberProcedure.input(responseLeadsInput).query(({ ctx, input }) => listResponseLeads(ctx, input)),
  equalService: memberProcedure.input(equalServiceInput).query(({ ctx, input }) => getEqualService(ctx, input)),
  areaLeads: memberProcedure.input(areaLeadsInput).query(({ ctx, input }) => listAreaLeads(ctx, input)),
})

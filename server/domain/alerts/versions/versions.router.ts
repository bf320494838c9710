import { memberProcedure, router } from '#server/trpc/init.ts'
import { listVersions } from './versions.queries.ts'
import { goBackSchema, listVersionsSchema } from './versions.schema.ts'
import { goBackToVersion } from './versions.service.ts'

/** What an alert asked for over time. */
export const versionsRouter = router({
  list: memberProcedure.input(listVersionsSchema).query(({ ctx, input }) => listVersions(ctx, input)),
  goBack: memberProcedure.input(goBackSchema).mutation(({ ctx, input }) => goBackToVersion(ctx, input)),
})

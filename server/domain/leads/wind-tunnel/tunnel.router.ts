import { adminProcedure, router } from '#server/trpc/init.ts'
import { getTunnel } from './runs.queries.ts'
import { askForRun, stopRun } from './runs.service.ts'
import { tunnelRunInput } from './tunnel.schema.ts'

export const windTunnelRouter = router({
  latest: adminProcedure.query(({ ctx }) => getTunnel(ctx)),
  ask: adminProcedure.mutation(({ ctx }) => askForRun(ctx)),
  stop: adminProcedure.input(tunnelRunInput).mutation(({ ctx, input }) => stopRun(ctx, input)),
})

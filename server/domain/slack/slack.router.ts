import { slack } from '#server/slack-connection.ts'
import { adminProcedure, router } from '#server/trpc/init.ts'
import { getSlackOverview } from './overview/overview.queries.ts'
import { sendAgain, sendTest } from './overview/overview.service.ts'
import { slackMessageInput } from './slack.schema.ts'

export const slackRouter = router({
  overview: adminProcedure.query(({ ctx }) => getSlackOverview(ctx, slack)),
  sendTest: adminProcedure.mutation(({ ctx }) => sendTest(ctx)),
  sendAgain: adminProcedure.input(slackMessageInput).mutation(({ ctx, input }) => sendAgain(ctx, input)),
})

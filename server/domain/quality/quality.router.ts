import { adminProcedure, router } from '#server/trpc/init.ts'
import { getIssue, listIssues, listRepairs } from './issues.queries.ts'
import { assignIssues, listAssignees, muteIssues, unmuteIssues } from './issues.service.ts'
import { getQuality, getRule } from './quality.queries.ts'
import * as schema from './quality.schema.ts'
import { repairIssues, undoRepairs } from './repairs/repairs.service.ts'

export const qualityRouter = router({
  overview: adminProcedure.query(({ ctx }) => getQuality(ctx)),
  rule: adminProcedure.input(schema.ruleInput).query(({ ctx, input }) => getRule(ctx, input)),
  issues: adminProcedure.input(schema.listIssuesInput).query(({ ctx, input }) => listIssues(ctx, input)),
  issue: adminProcedure.input(schema.issueInput).query(({ ctx, input }) => getIssue(ctx, input)),
  repairs: adminProcedure.input(schema.ruleInput).query(({ ctx, input }) => listRepairs(ctx, input)),
  assignees: adminProcedure.query(({ ctx }) => listAssignees(ctx)),
  repair: adminProcedure.input(schema.repairInput).mutation(({ ctx, input }) => repairIssues(ctx, input)),
  undo: adminProcedure.input(schema.undoInput).mutation(({ ctx, input }) => undoRepairs(ctx, input)),
  assign: adminProcedure.input(schema.assignInput).mutation(({ ctx, input }) => assignIssues(ctx, input)),
  mute: adminProcedure.input(schema.muteInput).mutation(({ ctx, input }) => muteIssues(ctx, input)),
  unmute: adminProcedure.input(schema.unmuteInput).mutation(({ ctx, input }) => unmuteIssues(ctx, input)),
})

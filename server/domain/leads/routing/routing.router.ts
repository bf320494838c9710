import { adminProcedure, memberProcedure, router } from '#server/trpc/init.ts'
import { explainDecisions, whyNotMe } from './explain.queries.ts'
import * as input from './routing.schema.ts'
import {
  discardDraft,
  moveRule,
  removeRule,
  saveDefault,
  saveRule,
  saveSkipsBusy,
  startDraft,
} from './sets/draft.service.ts'
import { proposeRules, publishRules, rollBackRules } from './sets/publish.service.ts'
import { checkRules, readRuleSet, readRuleSets } from './sets/rule-sets.queries.ts'
import * as sets from './sets/rule-sets.schema.ts'
import { takeBackScheduled } from './sets/schedule.service.ts'

export const routingRouter = router({
  decisions: memberProcedure.input(input.ofInquiryInput).query(({ ctx, input: of }) => explainDecisions(ctx, of)),
  whyNotMe: memberProcedure.input(input.ofInquiryInput).query(({ ctx, input: of }) => whyNotMe(ctx, of)),
  rules: adminProcedure.query(({ ctx }) => readRuleSets(ctx)),
  version: adminProcedure.input(input.ruleSetInput).query(({ ctx, input: of }) => readRuleSet(ctx, of)),
  checks: adminProcedure.input(input.checkRulesInput).query(({ ctx, input: of }) => checkRules(ctx, of)),
  startDraft: adminProcedure.mutation(({ ctx }) => startDraft(ctx)),
  saveRule: adminProcedure.input(sets.saveRuleInput).mutation(({ ctx, input: order }) => saveRule(ctx, order)),
  moveRule: adminProcedure.input(sets.moveRuleInput).mutation(({ ctx, input: order }) => moveRule(ctx, order)),
  removeRule: adminProcedure.input(sets.removeRuleInput).mutation(({ ctx, input: order }) => removeRule(ctx, order)),
  saveDefault: adminProcedure.input(sets.saveDefaultInput).mutation(({ ctx, input: order }) => saveDefault(ctx, order)),
  saveSkipsBusy: adminProcedure
    .input(sets.saveSkipsBusyInput)
    .mutation(({ ctx, input: order }) => saveSkipsBusy(ctx, order)),
  discardDraft: adminProcedure.input(sets.byRevisionInput).mutation(({ ctx, input: of }) => discardDraft(ctx, of)),
  propose: adminProcedure.input(sets.byRevisionInput).mutation(({ ctx, input: of }) => proposeRules(ctx, of)),
  publish: adminProcedure.input(sets.publishInput).mutation(({ ctx, input: of }) => publishRules(ctx, of)),
  takeBack: adminProcedure.mutation(({ ctx }) => takeBackScheduled(ctx)),
  rollBack: adminProcedure.input(sets.rollBackInput).mutation(({ ctx, input: order }) => rollBackRules(ctx, order)),
})

import { publicProcedure, router } from '#server/trpc/init.ts'
import { confirmSignUp, getSignUp } from './confirm.service.ts'
import { saveSearchInput, signUpLinkInput } from './signups.schema.ts'
import { askAnew, saveSearch } from './signups.service.ts'

/** Alerts that people ask for themselves, on our own pages. */
export const signupsRouter = router({
  saveSearch: publicProcedure.input(saveSearchInput).mutation(({ ctx, input }) => saveSearch(ctx, input)),
  byLink: publicProcedure.input(signUpLinkInput).query(({ ctx, input }) => getSignUp(ctx, input)),
  confirm: publicProcedure.input(signUpLinkInput).mutation(({ ctx, input }) => confirmSignUp(ctx, input)),
  askAnew: publicProcedure.input(signUpLinkInput).mutation(({ ctx, input }) => askAnew(ctx, input)),
})

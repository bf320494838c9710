import { adminProcedure, memberProcedure, publicProcedure, router } from '#server/trpc/init.ts'
import { listDecisions, listElsewhere } from './inbox/decisions.queries.ts'
import { getLead, listOffersOfLead } from './inbox/lead.queries.ts'
import { getDefaultPerson, setDefaultPerson } from './inbox/lead-setting.service.ts'
import { listLeads, listLeadsOfContact } from './inbox/leads.queries.ts'
import * as schema from './inbox/leads.schema.ts'
import { makeAlert, setAnswered } from './inbox/leads.service.ts'
import { assignLead, pondLead } from './offers/assign.service.ts'
import { askInput } from './taking-in/ask.schema.ts'
import { askAboutHome } from './taking-in/ask.service.ts'

export const leadsRouter = router({
  ask: publicProcedure.input(askInput).mutation(({ ctx, input }) => askAboutHome(ctx, input)),
  list: memberProcedure.input(schema.listLeadsInput).query(({ ctx, input }) => listLeads(ctx, input)),
  byId: memberProcedure.input(schema.leadInput).query(({ ctx, input }) => getLead(ctx, input)),
  decisions: memberProcedure.input(schema.leadInput).query(({ ctx, input }) => listDecisions(ctx, input)),
  offersOf: memberProcedure.input(schema.leadInput).query(({ ctx, input }) => listOffersOfLead(ctx, input)),
  elsewhere: memberProcedure.query(({ ctx }) => listElsewhere(ctx)),
  give: memberProcedure.input(schema.giveLeadInput).mutation(({ ctx, input }) => assignLead(ctx, input)),
  putIntoPond: memberProcedure.input(schema.putIntoPondInput).mutation(({ ctx, input }) => pondLead(ctx, input)),
  ofContact: memberProcedure
    .input(schema.leadsOfContactInput)
    .query(({ ctx, input }) => listLeadsOfContact(ctx, input)),
  setAnswered: memberProcedure.input(schema.setAnsweredInput).mutation(({ ctx, input }) => setAnswered(ctx, input)),
  makeAlert: memberProcedure.input(schema.makeAlertInput).mutation(({ ctx, input }) => makeAlert(ctx, input)),
  defaultPerson: adminProcedure.query(({ ctx }) => getDefaultPerson(ctx)),
  setDefaultPerson: adminProcedure
    .input(schema.setDefaultPersonInput)
    .mutation(({ ctx, input }) => setDefaultPerson(ctx, input)),
})

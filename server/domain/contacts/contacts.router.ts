import { searchFollowers } from '#server/domain/alerts/searches.followers.ts'
import { calendarFollowers } from '#server/domain/calendar/calendar.followers.ts'
import { dealFollowers } from '#server/domain/deals/deals.followers.ts'
import { leadFollowers } from '#server/domain/leads/leads.followers.ts'
import { memberProcedure, router } from '#server/trpc/init.ts'
import { followersInTurn } from './contacts.followers.ts'
import * as many from './contacts.many.ts'
import { getContact, getContactTimeline, listContacts } from './contacts.queries.ts'
import * as schema from './contacts.schema.ts'
import { createContact, removeContact, restoreContact, setStage, updateContact } from './contacts.service.ts'

const followers = followersInTurn(searchFollowers, calendarFollowers, dealFollowers, leadFollowers)

export const contactsRouter = router({
  list: memberProcedure.input(schema.listContactsInput).query(({ ctx, input }) => listContacts(ctx, input)),
  byId: memberProcedure.input(schema.contactByIdInput).query(({ ctx, input }) => getContact(ctx, input)),
  timeline: memberProcedure
    .input(schema.contactTimelineInput)
    .query(({ ctx, input }) => getContactTimeline(ctx, input)),
  create: memberProcedure.input(schema.createContactInput).mutation(({ ctx, input }) => createContact(ctx, input)),
  update: memberProcedure
    .input(schema.updateContactInput)
    .mutation(({ ctx, input }) => updateContact(ctx, input, followers)),
  setStage: memberProcedure.input(schema.setStageInput).mutation(({ ctx, input }) => setStage(ctx, input)),
  remove: memberProcedure.input(schema.removeContactInput).mutation(({ ctx, input }) => removeContact(ctx, input)),
  restore: memberProcedure.input(schema.removeContactInput).mutation(({ ctx, input }) => restoreContact(ctx, input)),
  setStageOfMany: memberProcedure
    .input(schema.setStageOfManyInput)
    .mutation(({ ctx, input }) => many.setStageOfMany(ctx, input)),
  handOverMany: memberProcedure
    .input(schema.handOverManyInput)
    .mutation(({ ctx, input }) => many.handOverMany(ctx, input, followers)),
  removeMany: memberProcedure
    .input(schema.removeManyContactsInput)
    .mutation(({ ctx, input }) => many.removeMany(ctx, input)),
  restoreMany: memberProcedure
    .input(schema.restoreManyContactsInput)
    .mutation(({ ctx, input }) => many.restoreMany(ctx, input)),
})

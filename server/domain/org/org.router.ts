import { searchFollowers } from '#server/domain/alerts/searches.followers.ts'
import { calendarFollowers } from '#server/domain/calendar/calendar.followers.ts'
import { contactBooks } from '#server/domain/contacts/contacts.book.ts'
import { followersInTurn } from '#server/domain/contacts/contacts.followers.ts'
import { dealFollowers } from '#server/domain/deals/deals.followers.ts'
import { leadFollowers } from '#server/domain/leads/leads.followers.ts'
import { adminProcedure, memberProcedure, publicProcedure, router } from '#server/trpc/init.ts'
import * as access from './access.service.ts'
import * as offices from './offices.service.ts'
import * as queries from './org.queries.ts'
import * as schema from './org.schema.ts'
import * as people from './people.service.ts'
import * as placement from './placement.service.ts'

const books = contactBooks(followersInTurn(searchFollowers, calendarFollowers, dealFollowers, leadFollowers))

export const orgRouter = router({
  me: memberProcedure.query(({ ctx }) => queries.readMe(ctx)),
  people: memberProcedure.input(schema.listPeopleInput).query(({ ctx, input }) => queries.listPeople(ctx, input)),
  agents: memberProcedure.query(({ ctx }) => queries.listAgents(ctx)),
  offices: memberProcedure.query(({ ctx }) => queries.listOffices(ctx)),
  teams: memberProcedure.query(({ ctx }) => queries.listTeams(ctx)),
  bookSize: memberProcedure
    .input(schema.personInput)
    .query(({ ctx, input }) => queries.readBookSize(ctx, input, books.sizeOf)),

  invitePerson: memberProcedure
    .input(schema.invitePersonInput)
    .mutation(({ ctx, input }) => people.invitePerson(ctx, input)),
  resendInvitation: memberProcedure
    .input(schema.personInput)
    .mutation(({ ctx, input }) => people.resendInvitation(ctx, input)),
  placePerson: memberProcedure
    .input(schema.placePersonInput)
    .mutation(({ ctx, input }) => placement.placePerson(ctx, input, books)),
  removePerson: memberProcedure
    .input(schema.removePersonInput)
    .mutation(({ ctx, input }) => placement.removePerson(ctx, input, books)),
  restorePerson: memberProcedure
    .input(schema.personInput)
    .mutation(({ ctx, input }) => placement.restorePerson(ctx, input)),

  createOffice: adminProcedure
    .input(schema.createOfficeInput)
    .mutation(({ ctx, input }) => offices.createOffice(ctx, input)),
  updateOffice: adminProcedure
    .input(schema.updateOfficeInput)
    .mutation(({ ctx, input }) => offices.updateOffice(ctx, input)),
  removeOffice: adminProcedure.input(schema.officeInput).mutation(({ ctx, input }) => offices.removeOffice(ctx, input)),
  createTeam: memberProcedure
    .input(schema.createTeamInput)
    .mutation(({ ctx, input }) => offices.createTeam(ctx, input)),
  renameTeam: memberProcedure
    .input(schema.renameTeamInput)
    .mutation(({ ctx, input }) => offices.renameTeam(ctx, input)),
  removeTeam: memberProcedure.input(schema.teamInput).mutation(({ ctx, input }) => offices.removeTeam(ctx, input)),

  updateProfile: memberProcedure
    .input(schema.updateProfileInput)
    .mutation(({ ctx, input }) => people.updateProfile(ctx, input)),
  changePassword: memberProcedure
    .input(schema.changePasswordInput)
    .mutation(({ ctx, input }) => access.changePassword(ctx, input)),
  requestEmailChange: memberProcedure
    .input(schema.requestEmailChangeInput)
    .mutation(({ ctx, input }) => access.requestEmailChange(ctx, input)),
  endOtherSessions: memberProcedure.mutation(({ ctx }) => access.endOtherSessions(ctx)),

  invitation: publicProcedure.input(schema.tokenInput).query(({ ctx, input }) => access.readInvitation(ctx, input)),
  resetLink: publicProcedure.input(schema.tokenInput).query(({ ctx, input }) => access.readResetLink(ctx, input)),
  emailChange: publicProcedure.input(schema.tokenInput).query(({ ctx, input }) => access.readEmailChange(ctx, input)),
  acceptInvitation: publicProcedure
    .input(schema.acceptInvitationInput)
    .mutation(({ ctx, input }) => access.acceptInvitation(ctx, input)),
  requestPasswordReset: publicProcedure
    .input(schema.requestPasswordResetInput)
    .mutation(({ ctx, input }) => access.requestPasswordReset(ctx, input)),
  resetPassword: publicProcedure
    .input(schema.resetPasswordInput)
    .mutation(({ ctx, input }) => access.resetPassword(ctx, input)),
  confirmEmail: publicProcedure.input(schema.tokenInput).mutation(({ ctx, input }) => access.confirmEmail(ctx, input)),
})

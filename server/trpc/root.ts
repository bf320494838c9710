import { alertsRouter } from '#server/domain/alerts/alerts.router.ts'
import { firstSendRouter } from '#server/domain/alerts/first-send/first-send.router.ts'
import { portalRouter } from '#server/domain/alerts/portal/portal.router.ts'
import { recipientsRouter } from '#server/domain/alerts/recipients/recipients.router.ts'
import { rhythmRouter } from '#server/domain/alerts/rhythm/rhythm.router.ts'
import { standingRouter } from '#server/domain/alerts/standing/standing.router.ts'
import { versionsRouter } from '#server/domain/alerts/versions/versions.router.ts'
import { auditRouter } from '#server/domain/audit/audit.router.ts'
import { calendarRouter } from '#server/domain/calendar/calendar.router.ts'
import { contactsRouter } from '#server/domain/contacts/contacts.router.ts'
import { notesRouter } from '#server/domain/contacts/notes/notes.router.ts'
import { touchesRouter } from '#server/domain/contacts/touches/touches.router.ts'
import { cutoverRouter } from '#server/domain/cutover/cutover.router.ts'
import { dealsRouter } from '#server/domain/deals/deals.router.ts'
import { findRouter } from '#server/domain/find/find.router.ts'
import { jobsRouter } from '#server/domain/jobs/jobs.router.ts'
import { availabilityRouter } from '#server/domain/leads/availability/availability.router.ts'
import { arrivalsRouter } from '#server/domain/leads/doors/arrivals/arrivals.router.ts'
import { leadFilesRouter } from '#server/domain/leads/doors/files/files.router.ts'
import { sourcesRouter } from '#server/domain/leads/doors/sources/sources.router.ts'
import { chasesRouter } from '#server/domain/leads/idle/chases.router.ts'
import { leadsRouter } from '#server/domain/leads/leads.router.ts'
import { offersRouter } from '#server/domain/leads/offers/offers.router.ts'
import { reportsRouter } from '#server/domain/leads/reports.router.ts'
import { rerouteRouter } from '#server/domain/leads/reroute/reroute.router.ts'
import { routingRouter } from '#server/domain/leads/routing/routing.router.ts'
import { signupsRouter } from '#server/domain/leads/signups/signups.router.ts'
import { windTunnelRouter } from '#server/domain/leads/wind-tunnel/tunnel.router.ts'
import { movesRouter } from '#server/domain/legacy/cutover/moves/moves.router.ts'
import { legacyRouter } from '#server/domain/legacy/legacy.router.ts'
import { shadowRouter } from '#server/domain/legacy/shadow/shadow.router.ts'
import { twinsRouter } from '#server/domain/legacy/twins/twins.router.ts'
import { legacyWritesRouter } from '#server/domain/legacy/writes/writes.router.ts'
import { listingsRouter } from '#server/domain/listings/listings.router.ts'
import { mailRouter } from '#server/domain/mail/mail.router.ts'
import { orgRouter } from '#server/domain/org/org.router.ts'
import { pushRouter } from '#server/domain/push/push.router.ts'
import { qualityRouter } from '#server/domain/quality/quality.router.ts'
import { slackRouter } from '#server/domain/slack/slack.router.ts'
import { viewsRouter } from '#server/domain/views/views.router.ts'
import { createCallerFactory, router } from './init.ts'

export const appRouter = router({
  alerts: alertsRouter,
  arrivals: arrivalsRouter,
  audit: auditRouter,
  availability: availabilityRouter,
  calendar: calendarRouter,
  chases: chasesRouter,
  contacts: contactsRouter,
  cutover: cutoverRouter,
  deals: dealsRouter,
  find: findRouter,
  firstSend: firstSendRouter,
  jobs: jobsRouter,
  leadFiles: leadFilesRouter,
  leads: leadsRouter,
  reroute: rerouteRouter,
  legacy: legacyRouter,
  legacyWrites: legacyWritesRouter,
  listings: listingsRouter,
  mail: mailRouter,
  moves: movesRouter,
  notes: notesRouter,
  offers: offersRouter,
  org: orgRouter,
  portal: portalRouter,
  push: pushRouter,
  quality: qualityRouter,
  recipients: recipientsRouter,
  reports: reportsRouter,
  rhythm: rhythmRouter,
  routing: routingRouter,
  shadow: shadowRouter,
  slack: slackRouter,
  standing: standingRouter,
  signups: signupsRouter,
  sources: sourcesRouter,
  touches: touchesRouter,
  twins: twinsRouter,
  versions: versionsRouter,
  views: viewsRouter,
  windTunnel: windTunnelRouter,
})
export type AppRouter = typeof appRouter
export const createCaller = createCallerFactory(appRouter)

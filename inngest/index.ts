import { answerSlack } from './functions/answer-slack.ts'
import { chaseLeads } from './functions/chase-leads.ts'
import { checkQuality } from './functions/check-quality.ts'
import { closeAlertBooks } from './functions/close-alert-books.ts'
import { compareAlerts } from './functions/compare-alerts.ts'
import { compareLegacy } from './functions/compare-legacy.ts'
import { countAlertWeeks } from './functions/count-alert-weeks.ts'
import { deliverWaitingMails } from './functions/deliver-mails.ts'
import { deliverSlack, postToSlack } from './functions/deliver-slack.ts'
import { failOnPurpose } from './functions/fail-on-purpose.ts'
import { greetSlackEachDay } from './functions/greet-slack.ts'
import { jobHistoryTerminal } from './functions/job-history-terminal.ts'
import { keepHouse } from './functions/keep-house.ts'
import { mapSlackPeopleEachDay } from './functions/map-slack-people.ts'
import { offerLeads } from './functions/offer-lead.ts'
import { pushOffers } from './functions/push-offer.ts'
import { readLeadFiles } from './functions/read-lead-file.ts'
import { readLeadMails } from './functions/read-lead-mail.ts'
import { reconcileLegacy } from './functions/reconcile-legacy.ts'
import { rehearseSwitch } from './functions/rehearse-switch.ts'
import { relayOutboxFacts } from './functions/relay-outbox.ts'
import { sendAlerts } from './functions/send-alerts.ts'
import { showOffers } from './functions/show-offer.ts'
import { sweepLegacy } from './functions/sweep-legacy.ts'
import { syncLegacy } from './functions/sync-legacy.ts'
import { takeInInquiries } from './functions/take-in-inquiry.ts'
import { tendSearchesEachDay } from './functions/tend-searches.ts'
import { tryRules } from './functions/try-rules.ts'
import { watchJobs } from './functions/watch-jobs.ts'
import { watchLeadsEachMinute } from './functions/watch-leads.ts'
import { writeLegacy } from './functions/write-legacy.ts'
import type { Kit } from './scheduled.ts'

/** Every function of the app. A test holds the bijection between the scheduled ones and the registry. */
export const functionsFor = (kit: Kit) => [
  syncLegacy(kit),
  takeInInquiries(kit),
  tryRules(kit),
  readLeadMails(kit),
  readLeadFiles(kit),
  sweepLegacy(kit),
  reconcileLegacy(kit),
  writeLegacy(kit),
  compareLegacy(kit),
  compareAlerts(kit),
  rehearseSwitch(kit),
  sendAlerts(kit),
  deliverWaitingMails(kit),
  deliverSlack(kit),
  postToSlack(kit),
  answerSlack(kit),
  showOffers(kit),
  mapSlackPeopleEachDay(kit),
  greetSlackEachDay(kit),
  closeAlertBooks(kit),
  relayOutboxFacts(kit),
  offerLeads(kit),
  chaseLeads(kit),
  pushOffers(kit),
  watchLeadsEachMinute(kit),
  watchJobs(kit),
  failOnPurpose(kit),
  keepHouse(kit),
  tendSearchesEachDay(kit),
  countAlertWeeks(kit),
  checkQuality(kit),
  jobHistoryTerminal(kit),
]

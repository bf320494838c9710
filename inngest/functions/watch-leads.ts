import { watchLeads } from '#server/domain/leads/offers/watch-leads.service.ts'
import { type Kit, scheduled } from '../scheduled.ts'

/** Each minute: no lead without an owner, a live offer or a pond. */
export const watchLeadsEachMinute = (kit: Kit) =>
  scheduled(kit, 'watch-leads', ({ step }) => step.run('watch', () => watchLeads(kit.deps)))

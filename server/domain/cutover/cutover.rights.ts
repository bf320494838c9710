import { defineRights, wholeFirm } from '#server/testing/rights.ts'

export default defineRights<Record<string, never>>({
  seed: async () => ({}),
  members: { 'cutover.masters': { allowed: wholeFirm, otherwise: 'refused' } },
})

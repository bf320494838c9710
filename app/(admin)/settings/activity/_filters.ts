import { AUDIT_GROUP_NAMES, type AuditGroup } from '#server/domain/audit/audit.words.ts'

export type ActivityFilters = { group?: AuditGroup; actorId?: string; personId?: string }

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** What the address asks for; nonsense asks for nothing. */
export function readActivityFilters(params: { get: (name: string) => string | null }): ActivityFilters {
  const [what, by, to] = ['what', 'by', 'to'].map((name) => params.get(name) ?? '')
  const group = AUDIT_GROUP_NAMES.find((name) => name === what)
  return {
    ...(group ? { group } : {}),
    ...(by && UUID.test(by) ? { actorId: by } : {}),
    ...(to && UUID.test(to) ? { personId: to } : {}),
  }
}

export function activityHref({ group, actorId, personId }: ActivityFilters): string {
  const params = new URLSearchParams()
  if (group) params.set('what', group)
  if (actorId) params.set('by', actorId)
  if (personId) params.set('to', personId)
  return `/settings/activity${params.size > 0 ? `?${params}` : ''}`
}

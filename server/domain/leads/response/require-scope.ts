import type { Actor } from '#server/context.ts'
import { DomainError } from '#server/errors.ts'
import { type ReportScope, reportScopeOf } from './reports.policy.ts'

/** What the actor may read reports about; whoever may read none is told whom to ask. */
export function requireScope(actor: Actor): ReportScope {
  const scope = reportScopeOf(actor)
  if (!scope)
    throw new DomainError('FORBIDDEN', 'Reports are for managers and admins. Your manager can show you yours.')
  return scope
}

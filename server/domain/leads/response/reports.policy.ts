import type { Actor } from '#server/context.ts'
import { seesWholeFirm } from '#server/domain/org/org.policy.ts'
import { DomainError } from '#server/errors.ts'

/** Which leads a report is about: those of the firm, or those of one office. */
export type ReportScope = { officeId: string | null }

/** Reports compare people with each other: they are for who leads an office, or the firm. */
export function reportScopeOf(actor: Actor): ReportScope {
  if (seesWholeFirm(actor)) return { officeId: null }
  if (actor.role === 'manager') return { officeId: actor.officeId }
  throw new DomainError('FORBIDDEN', 'Reports are for managers and admins. Your manager can show you yours.')
}

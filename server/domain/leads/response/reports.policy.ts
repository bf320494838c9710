import type { Actor } from '#server/context.ts'
import { seesWholeFirm } from '#server/domain/org/org.policy.ts'

/** Which leads a report is about: those of one office, or, null, those of the firm. */
export type ReportScope = { officeId: string | null }

/** Reports compare people with each other: they are for who leads the firm or an office. Null: for nobody else. */
export function reportScopeOf(actor: Actor): ReportScope | null {
  if (seesWholeFirm(actor)) return { officeId: null }
  return actor.role === 'manager' ? { officeId: actor.officeId } : null
}

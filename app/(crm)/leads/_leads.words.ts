import type { LeadKind } from '#server/domain/leads/leads.words.ts'

/** What a kind of lead is called as a filter. */
export const KIND_LABEL: Record<LeadKind, string> = {
  Question: 'Questions',
  Showing: 'Visits',
  SignUp: 'Sign-ups',
  General: 'Got in touch',
}

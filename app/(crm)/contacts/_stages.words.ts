import type { ContactStageName } from '#server/domain/contacts/contacts.words.ts'
import type { Tone } from '../../_ui/tone.ts'

/** What an agent calls a stage, one person and many. */
export const STAGES: Record<ContactStageName, { label: string; many: string; tone: Tone }> = {
  lead: { label: 'Lead', many: 'Leads', tone: 'waiting' },
  active: { label: 'Active', many: 'Active', tone: 'good' },
  client: { label: 'Client', many: 'Clients', tone: 'good' },
  past: { label: 'Past client', many: 'Past', tone: 'neutral' },
}

export const isStage = (value: string | null): value is ContactStageName => value !== null && value in STAGES

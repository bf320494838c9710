import type { ContactDetail } from './_queries.ts'

/** What the form holds: text as it is typed. */
export type ContactDraft = {
  fullName: string
  email: string
  phone: string
  source: string
  stage: ContactDetail['stage']
  agentId: string | undefined
}

export const emptyContact: ContactDraft = {
  ...{ fullName: '', email: '', phone: '', source: '' },
  ...{ stage: 'lead', agentId: undefined },
}

export const contactDraftOf = ({ fullName, email, phone, source, stage, agent }: ContactDetail): ContactDraft => ({
  ...{ fullName, email: email ?? '', phone: phone ?? '', source: source ?? '' },
  ...{ stage, agentId: agent.id },
})

import { createContactInput } from '#server/domain/contacts/contacts.schema.ts'
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

/** The draft as the server takes it, or what is wrong with each field. */
export function checkContact(draft: ContactDraft) {
  const checked = createContactInput.safeParse(draft)
  if (checked.success) return { contact: checked.data, problems: {} }
  const problems: Partial<Record<string, string>> = {}
  for (const { path, message } of checked.error.issues) problems[String(path[0])] ??= message
  return { contact: null, problems }
}

import { z } from 'zod'
import { createContactInput } from '#server/domain/contacts/contacts.schema.ts'
import { CONTACT_STAGES } from '#server/domain/contacts/contacts.words.ts'
import type { ContactDraft } from './_contact-form.ts'

const text = z.string().max(500)
const stored = z.object({
  ...{ fullName: text, email: text, phone: text, source: text },
  ...{ stage: z.enum(CONTACT_STAGES), agentId: z.uuid().optional() },
})

/** A draft as it was left in this tab, or null where there is none that can be read. */
export function parseContactDraft(kept: string | null): ContactDraft | null {
  if (!kept) return null
  try {
    const { agentId, ...rest } = stored.parse(JSON.parse(kept))
    return { ...rest, agentId }
  } catch {
    return null
  }
}

/** The draft as the server takes it, or what is wrong with each field. */
export function checkContact(draft: ContactDraft) {
  const checked = createContactInput.safeParse(draft)
  if (checked.success) return { contact: checked.data, problems: {} }
  const problems: Partial<Record<string, string>> = {}
  for (const { path, message } of checked.error.issues) problems[String(path[0])] ??= message
  return { contact: null, problems }
}

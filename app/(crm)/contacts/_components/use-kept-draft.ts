'use client'

import { useEffect, useState } from 'react'
import { z } from 'zod'
import { CONTACT_STAGES } from '#server/domain/contacts/contacts.words.ts'
import type { ContactDraft } from '../_contact-form.ts'

const text = z.string().max(500)
const stored = z.object({
  ...{ fullName: text, email: text, phone: text, source: text },
  ...{ stage: z.enum(CONTACT_STAGES), agentId: z.uuid().optional() },
})

function read(key: string): ContactDraft | null {
  const kept = sessionStorage.getItem(key)
  if (!kept) return null
  try {
    const { agentId, ...rest } = stored.parse(JSON.parse(kept))
    return { ...rest, agentId }
  } catch {
    return null
  }
}

/** What is typed into a contact's form; kept in this tab until it is saved or given up. */
export function useKeptDraft(key: string, initial: ContactDraft) {
  const [draft, setDraft] = useState(initial)
  useEffect(() => {
    const kept = read(key)
    if (kept) setDraft(kept)
  }, [key])
  return {
    draft,
    change: (next: ContactDraft) => {
      setDraft(next)
      sessionStorage.setItem(key, JSON.stringify(next))
    },
    forget: () => sessionStorage.removeItem(key),
  }
}

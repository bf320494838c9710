'use client'

import { useEffect, useState } from 'react'
import { useLater } from '../../../_ui/use-later.ts'
import type { ContactDraft } from '../_contact-form.ts'

/** What a draft is checked with: it brings the parser, and no page waits for that. */
export const loadContactCheck = () => import('../_contact-check.ts')

/** What is typed into a contact's form; kept in this tab until it is saved or given up. */
export function useKeptDraft(key: string, initial: ContactDraft) {
  const [draft, setDraft] = useState(initial)
  const check = useLater(loadContactCheck)
  useEffect(() => {
    const kept = check?.parseContactDraft(sessionStorage.getItem(key))
    if (kept) setDraft(kept)
  }, [key, check])
  return {
    draft,
    change: (next: ContactDraft) => {
      setDraft(next)
      sessionStorage.setItem(key, JSON.stringify(next))
    },
    forget: () => sessionStorage.removeItem(key),
  }
}

'use client'

import { useEffect, useMemo, useRef, useState } from 'react'
import { useLater } from '../../../../_ui/use-later.ts'
import type { CriteriaDraft, Draft } from '../../_draft.ts'
import { suggestName } from '../../_suggest-name.words.ts'

const loadCheck = () => import('../../_draft-check.ts')

const same = (a: Draft, b: Draft) => JSON.stringify(a) === JSON.stringify(b)

/** What is being typed; kept in this tab until it is saved or given up. */
export function useAlertDraft(key: string, initial: Draft) {
  const [start, setStart] = useState(initial)
  const [draft, setDraft] = useState(initial)
  const [isRestored, setRestored] = useState(false)
  const [isTried, setTried] = useState(false)
  const check = useLater(loadCheck)
  const isTouched = useRef(false)

  // The server knows nothing of this tab: the draft comes back once the page is alive.
  useEffect(() => {
    const kept = check?.parseDraft(sessionStorage.getItem(key))
    // Who already types has begun anew.
    if (!kept || isTouched.current) return
    isTouched.current = true
    setDraft(kept)
    setRestored(true)
  }, [key, check])

  const change = (part: Partial<Draft>) => {
    isTouched.current = true
    const next = { ...draft, ...part }
    setDraft(next)
    sessionStorage.setItem(key, JSON.stringify(next))
  }
  const forget = () => {
    sessionStorage.removeItem(key)
    setRestored(false)
    setTried(false)
  }

  // Until the check is here, what the server gave stands as it is.
  const criteria = useMemo(() => (check ? check.askable(draft.criteria) : draft.criteria), [check, draft.criteria])
  const priceless = useMemo(() => (check ? check.askablePrices(draft.criteria) : null), [check, draft.criteria])
  const found: Partial<Record<string, string>> = check?.problemsOf(draft) ?? {}
  const { contact, name, ...wrong } = found
  // What somebody is still typing is not called wrong.
  const people = Object.keys(wrong).filter((field) => field.startsWith('recipients.'))
  const typed = Object.fromEntries(Object.entries(wrong).filter(([field]) => !people.includes(field)))
  const problems: Partial<Record<string, string>> = isTried ? { ...wrong, contact, name } : typed
  return {
    draft,
    /** The criteria when they can be searched for; null while something is wrong with them. */
    criteria,
    /** The same without the price, for the picture of prices; null until it can be asked. */
    priceless,
    problems,
    isComplete: check !== null && criteria !== null && !contact && !name && people.length === 0,
    isDirty: !same(draft, start),
    isRestored,
    name: draft.name?.trim() || suggestName(draft.criteria),
    change,
    ask: (part: Partial<CriteriaDraft>) => change({ criteria: { ...draft.criteria, ...part } }),
    /** From now on a field that was left empty says so. */
    showMissing: () => setTried(true),
    /** Begins again from what is saved. */
    restart: (from: Draft = start) => {
      setStart(from)
      setDraft(from)
      forget()
    },
    forget,
  }
}
export type AlertDraft = ReturnType<typeof useAlertDraft>

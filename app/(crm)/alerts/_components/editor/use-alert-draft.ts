'use client'

import { useEffect, useMemo, useState } from 'react'
import { criteriaSchema } from '#server/domain/alerts/searches.schema.ts'
import { type CriteriaDraft, type Draft, parseDraft, problemsOf } from '../../_draft.ts'
import { suggestName } from '../../_suggest-name.words.ts'

const same = (a: Draft, b: Draft) => JSON.stringify(a) === JSON.stringify(b)

/** What is being typed; kept in this tab until it is saved or given up. */
export function useAlertDraft(key: string, initial: Draft) {
  const [start, setStart] = useState(initial)
  const [draft, setDraft] = useState(initial)
  const [isRestored, setRestored] = useState(false)
  const [isTried, setTried] = useState(false)

  // The server knows nothing of this tab: the draft comes back once the page is alive.
  useEffect(() => {
    const kept = parseDraft(sessionStorage.getItem(key))
    if (!kept) return
    setDraft(kept)
    setRestored(true)
  }, [key])

  const change = (part: Partial<Draft>) => {
    const next = { ...draft, ...part }
    setDraft(next)
    sessionStorage.setItem(key, JSON.stringify(next))
  }
  const forget = () => {
    sessionStorage.removeItem(key)
    setRestored(false)
    setTried(false)
  }

  const criteria = useMemo(() => criteriaSchema.safeParse(draft.criteria).data ?? null, [draft.criteria])
  const { contact, name, ...wrong } = problemsOf(draft)
  const problems: Partial<Record<string, string>> = isTried ? { ...wrong, contact, name } : wrong
  return {
    draft,
    /** The criteria when they can be searched for; null while something is wrong with them. */
    criteria,
    problems,
    isComplete: criteria !== null && !contact && !name,
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

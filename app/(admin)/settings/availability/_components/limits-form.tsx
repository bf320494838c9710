'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { type FormEvent, useState } from 'react'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { wordsAbout, wordsOf } from '../../../../_trpc/form-failure.ts'
import { Action } from '../../../../_ui/action.tsx'
import { Bone } from '../../../../_ui/bone.tsx'
import { Problem } from '../../../../_ui/problem.tsx'
import { TextField } from '../../../../_ui/text-field.tsx'
import { showDone } from '../../../../_ui/toast.tsx'
import type { Availability } from '../_availability.types.ts'
import classes from './availability.module.css'

// The kit's lists weigh more than the rest of the page.
const WhereField = dynamic(() => import('./where-field.tsx').then((module) => module.WhereField), {
  loading: () => <Bone height={120} />,
})

const dollarsOf = (cents: number | null) => (cents === null ? '' : Math.round(cents / 100).toLocaleString('en-US'))
const number = (text: string) => (text.replace(/\D/g, '') === '' ? null : Number(text.replace(/\D/g, '')))
const centsOf = (text: string) => {
  const dollars = number(text)
  return dollars === null ? null : dollars * 100
}

/** How many leads at once, at which prices, and where. Empty means any. */
export function LimitsForm({ saved, mapStyleUrl }: { saved: Availability; mapStyleUrl: string | undefined }) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [draft, setDraft] = useState({
    capacity: saved.capacity === null ? '' : String(saved.capacity),
    min: dollarsOf(saved.minPriceCents),
    max: dollarsOf(saved.maxPriceCents),
    citySlugs: saved.citySlugs,
    postalCodes: saved.postalCodes,
    areas: saved.areas,
  })
  const set = (over: Partial<typeof draft>) => setDraft((now) => ({ ...now, ...over }))
  const save = useMutation(
    trpc.availability.setLimits.mutationOptions({
      meta: { quiet: true },
      onSuccess: async () => {
        await queryClient.invalidateQueries(trpc.availability.mine.queryFilter())
        showDone('Saved.')
      },
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const { capacity, min, max, citySlugs, postalCodes, areas } = draft
    const prices = { minPriceCents: centsOf(min), maxPriceCents: centsOf(max) }
    save.mutate({ capacity: number(capacity), ...prices, citySlugs, postalCodes, areas })
  }
  const about = (field: string) => wordsAbout(field, save.error) ?? undefined
  return (
    <form className={classes.form} onSubmit={submit}>
      <Problem>{wordsOf(save.error)}</Problem>
      <TextField
        label="Open leads at once"
        description="At most so many; with that many open, new ones go to others."
        inputMode="numeric"
        placeholder="Any number"
        value={draft.capacity}
        problem={about('capacity')}
        onChange={(capacity) => set({ capacity })}
      />
      <div className={classes.pair}>
        <TextField
          label="Price from"
          inputMode="numeric"
          placeholder="Any price"
          value={draft.min}
          problem={about('minPriceCents')}
          onChange={(min) => set({ min })}
        />
        <TextField
          label="Price to"
          inputMode="numeric"
          placeholder="Any price"
          value={draft.max}
          problem={about('maxPriceCents')}
          onChange={(max) => set({ max })}
        />
      </div>
      <WhereField
        isOwn
        citySlugs={draft.citySlugs}
        postalCodes={draft.postalCodes}
        areas={draft.areas}
        mapStyleUrl={mapStyleUrl}
        problem={about('areas')}
        onChange={set}
      />
      <div className={classes.foot}>
        <Action primary type="submit" disabled={save.isPending}>
          Save
        </Action>
      </div>
    </form>
  )
}

'use client'

import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { CHASE_CLOCK_WORDS } from '#server/domain/leads/idle/chase.words.ts'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { wordsAbout, wordsOf } from '../../../../_trpc/form-failure.ts'
import { Action } from '../../../../_ui/action.tsx'
import { PageHeader } from '../../../../_ui/page-header.tsx'
import { PlainSelect } from '../../../../_ui/plain-select.tsx'
import { Problem } from '../../../../_ui/problem.tsx'
import { Section } from '../../../../_ui/section.tsx'
import { Segments } from '../../../../_ui/segments.tsx'
import { showDone } from '../../../../_ui/toast.tsx'
import { Toggle } from '../../../../_ui/toggle.tsx'
import settings from '../../_components/settings.module.css'
import { toDraft, toSetting } from '../_draft.ts'
import { chaseSetting } from '../_queries.ts'
import classes from './idle-leads.module.css'
import { StepFields } from './step-fields.tsx'

const CLOCKS = [
  { value: 'office-hours', label: CHASE_CLOCK_WORDS['office-hours'] },
  { value: 'always', label: CHASE_CLOCK_WORDS.always },
] as const

/** What happens when somebody has a lead and does nothing: each step may be left out, and has its own minutes. */
export function IdleLeads() {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { data } = useSuspenseQuery(chaseSetting(trpc))
  const [draft, setDraft] = useState(() => toDraft(data.setting))
  const save = useMutation(
    trpc.chases.change.mutationOptions({
      meta: { quiet: true },
      onSuccess: async () => {
        await queryClient.invalidateQueries(trpc.chases.setting.queryFilter())
        showDone('Saved. It holds for leads that are given from now on.')
      },
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate(toSetting(draft))
  }
  const about = wordsAbout('steps', save.error) ?? wordsAbout('repeatMinutes', save.error)
  const ponds = [
    { value: 'rules', label: 'The rules find somebody else' },
    ...data.ponds.map(({ id, name }) => ({ value: id, label: `It goes into the pond ${name}` })),
  ]
  return (
    <div className={`${settings.page} ${settings.narrow}`}>
      <PageHeader
        title="Idle leads"
        description="Somebody has a lead, and nobody calls, writes or meets them: who hears of it, when, and when it goes to somebody else."
      />
      <form method="post" className={classes.form} onSubmit={submit}>
        <Problem>{wordsOf(save.error) ?? about}</Problem>
        <Section
          title="Leads that nobody works"
          actions={
            <Toggle
              named
              label={draft.isOn ? 'On' : 'Off'}
              checked={draft.isOn}
              onChange={(isOn) => setDraft({ ...draft, isOn })}
            />
          }
        >
          <div className={classes.fields}>
            <Segments
              label="Which minutes count"
              options={CLOCKS}
              value={draft.clock}
              onChange={(clock) => setDraft({ ...draft, clock })}
            />
            <StepFields draft={draft} onChange={setDraft} />
            <div>
              <p className={classes.label}>When it is taken back</p>
              <PlainSelect
                label="When it is taken back"
                options={ponds}
                value={draft.backTo ?? 'rules'}
                onChange={(value) => setDraft({ ...draft, backTo: value === 'rules' ? null : value })}
              />
            </div>
          </div>
        </Section>
        <p className={classes.soft}>
          A call, a text, a mail or a visit that somebody writes down ends it, and so does “Answered”. What Palmetto
          sends by itself does not. Clients that an agent knows already are never taken from them, and whoever loses a
          lead is told why and how to get it back.
        </p>
        <div>
          <Action primary type="submit" disabled={save.isPending}>
            Save
          </Action>
        </div>
      </form>
    </div>
  )
}

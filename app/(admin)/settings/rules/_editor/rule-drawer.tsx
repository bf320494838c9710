'use client'

import { Button, Drawer, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type KeyboardEvent, Suspense, useState } from 'react'
import { defaultRuleSchema, ruleSchema } from '#server/domain/leads/routing/rules.schema.ts'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { wordsOf } from '../../../../_trpc/form-failure.ts'
import { ListSkeleton } from '../../../../_ui/list-skeleton.tsx'
import { showDone } from '../../../../_ui/toast.tsx'
import { Problem } from '../../_components/problem.tsx'
import settings from '../../_components/settings.module.css'
import type { Editing } from '../_components/rules.tsx'
import type { Draft } from '../_queries.ts'
import { ConditionFields } from './condition-fields.tsx'
import { HandOverFields } from './hand-over-fields.tsx'
import { MethodFields } from './method-fields.tsx'
import { ReasonField } from './reason-field.tsx'
import { beginWith, problemsOf, type RuleForm } from './rule-form.ts'

type Props = { draft: Draft; editing: Editing; mapStyleUrl: string | undefined; onClose: () => void }

/** One rule as a form: which leads, who gets them, and what happens when nobody answers. Ctrl-Enter saves. */
export function RuleDrawer({ draft, editing, mapStyleUrl, onClose }: Props) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [form, setForm] = useState<RuleForm>(() => beginWith(draft, editing))
  const [problems, setProblems] = useState<Record<string, string>>({})
  const done = {
    meta: { quiet: true },
    onSuccess: async () => {
      await queryClient.invalidateQueries(trpc.routing.pathFilter())
      await queryClient.invalidateQueries(trpc.windTunnel.pathFilter())
      showDone(`“${form.name.trim()}” is saved in the draft.`)
      onClose()
    },
  }
  const saveRule = useMutation(trpc.routing.saveRule.mutationOptions(done))
  const saveDefault = useMutation(trpc.routing.saveDefault.mutationOptions(done))
  const isDefault = editing === 'default'
  const put = (over: Partial<RuleForm>) => setForm((old) => ({ ...old, ...over }))
  const save = () => {
    const { when, reason, ...handed } = form
    const { revision } = draft
    if (isDefault) {
      const fallback = defaultRuleSchema.safeParse(handed)
      setProblems(problemsOf(fallback.error))
      if (fallback.success) saveDefault.mutate({ revision, fallback: fallback.data })
      return
    }
    const rule = ruleSchema.safeParse({ ...handed, when, reason })
    setProblems(problemsOf(rule.error))
    if (rule.success) saveRule.mutate({ revision, rule: rule.data })
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    save()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return
    event.preventDefault()
    save()
  }
  const title = isDefault ? 'The last line' : editing === 'new' ? 'New rule' : 'Edit the rule'
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="lg"
      title={title}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Suspense fallback={<ListSkeleton shape="lines" rows={8} label="Loading the form" />}>
        <form className={settings.form} method="post" noValidate onSubmit={onSubmit} onKeyDown={onKeyDown}>
          <Problem>{wordsOf(saveRule.error ?? saveDefault.error)}</Problem>
          <TextInput
            label="Name"
            description="What people will read beside a lead that it decided about."
            value={form.name}
            maxLength={120}
            error={problems.name}
            data-autofocus
            onChange={({ currentTarget }) => put({ name: currentTarget.value })}
          />
          {!isDefault && (
            <>
              <ConditionFields
                when={form.when}
                problems={problems}
                mapStyleUrl={mapStyleUrl}
                onChange={(when) => put({ when })}
              />
              <ReasonField
                when={form.when}
                reason={form.reason}
                problem={problems.reason}
                onChange={(reason) => put({ reason })}
              />
            </>
          )}
          <MethodFields
            method={form.method}
            isDefault={isDefault}
            problem={problems.method}
            onChange={(method) => put({ method })}
          />
          {form.method.kind !== 'pond' && <HandOverFields form={form} problems={problems} onChange={put} />}
          {Object.keys(problems).length > 0 && <Problem>{Object.values(problems)[0] ?? null}</Problem>}
          <div className={settings.foot}>
            <Button type="submit" loading={saveRule.isPending || saveDefault.isPending}>
              Save in the draft
            </Button>
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
          </div>
        </form>
      </Suspense>
    </Drawer>
  )
}

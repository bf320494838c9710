'use client'

import { Drawer, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { defaultRuleSchema, ruleSchema } from '#server/domain/leads/routing/rules.schema.ts'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { wordsOf } from '../../../../_trpc/form-failure.ts'
import { DialogForm } from '../../../../_ui/dialog-form.tsx'
import { ListSkeleton } from '../../../../_ui/list-skeleton.tsx'
import { Problem } from '../../../../_ui/problem.tsx'
import { showDone } from '../../../../_ui/toast.tsx'
import type { Editing } from '../_components/rules.tsx'
import type { Draft } from '../_queries.ts'
import { ConditionFields } from './condition-fields.tsx'
import { HandOverFields } from './hand-over-fields.tsx'
import { MethodFields } from './method-fields.tsx'
import { ReasonField } from './reason-field.tsx'
import { beginWith, problemsOf, type RuleForm } from './rule-form.ts'

type Props = { draft: Draft; editing: Editing; mapStyleUrl: string | undefined; onClose: () => void }

/** One rule as a form: which leads, who gets them, and what happens when nobody answers. */
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
        <DialogForm
          problem={wordsOf(saveRule.error ?? saveDefault.error)}
          saveWords="Save in the draft"
          busy={saveRule.isPending || saveDefault.isPending}
          onSave={save}
          onCancel={onClose}
        >
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
        </DialogForm>
      </Suspense>
    </Drawer>
  )
}

'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { showDone, showProblem, showUndo } from '../../../../_ui/toast.tsx'
import { type RuleSets, ruleSets, type SaidRule } from '../_queries.ts'

type Standing = { revision: number }

/** Everything that can be done with the rules. Moves and removals are shown at once, and can be taken back. */
export function useRuleSets() {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { queryKey } = ruleSets(trpc)
  const refresh = () =>
    Promise.all([
      queryClient.invalidateQueries(trpc.routing.pathFilter()),
      queryClient.invalidateQueries(trpc.windTunnel.pathFilter()),
    ])
  const settle = {
    meta: { quiet: true },
    onError: ({ message }: { message: string }) => showProblem(message),
    onSettled: () => void refresh(),
  }
  const read = () => queryClient.getQueryData<RuleSets>(queryKey)?.draft ?? null
  /** The next edit has to name the revision that this one has made. */
  const keep = ({ revision }: Standing) =>
    queryClient.setQueryData<RuleSets>(queryKey, (old) =>
      old?.draft ? { ...old, draft: { ...old.draft, revision } } : old,
    )
  const show = (change: (rules: SaidRule[]) => SaidRule[]) => {
    void queryClient.cancelQueries({ queryKey })
    queryClient.setQueryData<RuleSets>(queryKey, (old) =>
      old?.draft
        ? { ...old, draft: { ...old.draft, rules: change(old.draft.rules), proposedBy: null, proposedAt: null } }
        : old,
    )
  }
  const edit = { ...settle, onSuccess: keep }

  const start = useMutation(trpc.routing.startDraft.mutationOptions(settle))
  const move = useMutation(trpc.routing.moveRule.mutationOptions(edit))
  const takeOut = useMutation(trpc.routing.removeRule.mutationOptions(edit))
  const putBack = useMutation(trpc.routing.saveRule.mutationOptions(edit))
  const setSkips = useMutation(
    trpc.routing.saveSkipsBusy.mutationOptions({
      ...edit,
      onMutate: ({ skipsBusy }) => {
        queryClient.setQueryData<RuleSets>(queryKey, (old) =>
          old?.draft ? { ...old, draft: { ...old.draft, skipsBusy } } : old,
        )
      },
    }),
  )
  const discard = useMutation(
    trpc.routing.discardDraft.mutationOptions({
      ...settle,
      onSuccess: () => showDone('The draft is gone. Nothing in force has changed.'),
    }),
  )
  const propose = useMutation(
    trpc.routing.propose.mutationOptions({
      ...settle,
      onSuccess: () => showDone('Proposed. Another admin can publish it now.'),
    }),
  )
  const publish = useMutation(
    trpc.routing.publish.mutationOptions({
      ...settle,
      onSuccess: ({ version, takesEffect }) =>
        showDone(
          takesEffect
            ? `Version ${version} takes effect ${takesEffect}.`
            : `Version ${version} is in force from the next lead on.`,
        ),
    }),
  )
  const back = useMutation(
    trpc.routing.takeBack.mutationOptions({
      ...settle,
      onSuccess: ({ version }) =>
        showDone(version === null ? 'Nothing waits any more.' : `Version ${version} does not take effect.`),
    }),
  )

  /** `place` counts from 1, as the list does. */
  const moveTo = (ruleId: string, place: number, isUndo = false) => {
    const draft = read()
    const from = (draft?.rules.findIndex(({ rule }) => rule.id === ruleId) ?? -1) + 1
    const moved = draft?.rules[from - 1]
    if (!draft || !moved || place === from || place < 1 || place > draft.rules.length || move.isPending) return
    show((rules) => rules.filter((each) => each !== moved).toSpliced(place - 1, 0, moved))
    move.mutate({ revision: draft.revision, ruleId, place })
    if (!isUndo) {
      showUndo({
        message: `“${moved.rule.name}” is number ${place} now.`,
        onUndo: () => moveTo(ruleId, from, true),
      })
    }
  }
  const remove = (ruleId: string) => {
    const draft = read()
    const place = (draft?.rules.findIndex(({ rule }) => rule.id === ruleId) ?? -1) + 1
    const gone = draft?.rules[place - 1]
    if (!draft || !gone) return
    show((rules) => rules.filter((each) => each !== gone))
    takeOut.mutate({ revision: draft.revision, ruleId })
    showUndo({
      message: `“${gone.rule.name}” is out of the draft.`,
      onUndo: () => {
        const now = read()
        if (now) putBack.mutate({ revision: now.revision, rule: gone.rule, place })
      },
    })
  }
  return {
    isBusy: [start, setSkips, discard, propose, publish, back].some(({ isPending }) => isPending),
    startDraft: () => start.mutate(),
    moveTo: (ruleId: string, place: number) => moveTo(ruleId, place),
    remove,
    setSkipsBusy: (skipsBusy: boolean) => {
      const draft = read()
      if (draft) setSkips.mutate({ revision: draft.revision, skipsBusy })
    },
    discard: (revision: number) => discard.mutate({ revision }),
    propose: (revision: number) => propose.mutate({ revision }),
    publish: (revision: number, from: string | null) => publish.mutate({ revision, from }),
    takeBack: () => back.mutate(),
  }
}

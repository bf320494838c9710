'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { FieldName } from '#server/domain/leads/doors/doors.words.ts'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { showDone } from '../../../../_ui/toast.tsx'

type Chosen = { fileName: string; content: string }
const MOST_BYTES = 3_000_000

/** A file on its way in: chosen, looked at with its columns, brought. */
export function useFile() {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const preview = useMutation(trpc.leadFiles.preview.mutationOptions({ meta: { quiet: true } }))
  const bring = useMutation(
    trpc.leadFiles.bring.mutationOptions({
      meta: { quiet: true },
      onSuccess: async () => {
        await queryClient.invalidateQueries(trpc.leadFiles.pathFilter())
        showDone('The file is here. Its rows become leads one by one.')
        setChosen(null)
        preview.reset()
      },
    }),
  )
  return {
    ...{ chosen, preview: preview.data ?? null, isBusy: preview.isPending || bring.isPending },
    trouble: trouble ?? preview.error?.message ?? bring.error?.message ?? null,
    async choose(file: File | null) {
      setTrouble(null)
      preview.reset()
      setChosen(null)
      if (!file) return
      if (file.size > MOST_BYTES) return setTrouble('This file is larger than 3 MB. Split it.')
      const content = await file.text()
      setChosen({ fileName: file.name, content })
      preview.mutate({ content })
    },
    look(mapping: (FieldName | null)[]) {
      if (chosen) preview.mutate({ content: chosen.content, mapping })
    },
    bring(sourceId: string | null) {
      if (chosen && preview.data) bring.mutate({ ...chosen, mapping: preview.data.mapping, sourceId })
    },
  }
}

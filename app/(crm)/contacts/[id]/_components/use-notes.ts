'use client'

import { type InfiniteData, useMutation, useQueryClient } from '@tanstack/react-query'
import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '#server/trpc/root.ts'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { showProblem, showUndo } from '../../../../_ui/toast.tsx'
import { type Note, notesOf } from '../../_queries.ts'

type Page = inferRouterOutputs<AppRouter>['notes']['list']

/** What is pinned first, then the latest. */
const inOrder = (a: Note, b: Note) =>
  Number(b.pinned) - Number(a.pinned) || b.createdAt.getTime() - a.createdAt.getTime()

/** Writes, changes, pins and takes away notes of a contact: shown at once, and put right when it is refused. */
export function useNotes(contactId: string) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { queryKey } = notesOf(trpc, contactId)
  const settle = {
    onError: ({ message }: { message: string }) => showProblem(message),
    onSettled: () => {
      void queryClient.invalidateQueries(trpc.notes.pathFilter())
      void queryClient.invalidateQueries(trpc.contacts.timeline.pathFilter())
    },
  }
  /** All pages are shown as one: where a page ends is for the server to say, a moment later. */
  const show = (change: (notes: Note[]) => Note[]) => {
    void queryClient.cancelQueries({ queryKey })
    queryClient.setQueryData<InfiniteData<Page, string | null>>(queryKey, (old) => {
      const [first, ...rest] = old?.pages ?? []
      if (!old || !first) return old
      const notes = change([first, ...rest].flatMap(({ items }) => items)).toSorted(inOrder)
      const nextCursor = (rest.at(-1) ?? first).nextCursor
      return { pages: [{ items: notes, nextCursor }], pageParams: old.pageParams.slice(0, 1) }
    })
  }
  const showNote = (id: string, over: Partial<Note>) =>
    show((notes) => notes.map((note) => (note.id === id ? { ...note, ...over } : note)))

  const addOne = useMutation(trpc.notes.add.mutationOptions(settle))
  const editOne = useMutation(trpc.notes.edit.mutationOptions(settle))
  const pinOne = useMutation(trpc.notes.pin.mutationOptions(settle))
  const takeAway = useMutation(trpc.notes.remove.mutationOptions(settle))
  const bringBack = useMutation(trpc.notes.restore.mutationOptions(settle))
  return {
    add: (text: string) => {
      const id = crypto.randomUUID()
      const at = new Date()
      const mine = { author: null, mayEdit: false, pinned: false, version: 1 }
      show((notes) => [{ id, text, ...mine, createdAt: at, updatedAt: at }, ...notes])
      addOne.mutate({ id, contactId, text })
    },
    edit: ({ id, version }: Note, text: string) => {
      showNote(id, { text, updatedAt: new Date() })
      editOne.mutate({ noteId: id, basedOn: version, text })
    },
    pin: ({ id }: Note, pinned: boolean) => {
      showNote(id, { pinned })
      pinOne.mutate({ noteId: id, pinned })
    },
    remove: ({ id }: Note) => {
      show((notes) => notes.filter((note) => note.id !== id))
      takeAway.mutate({ noteId: id })
      showUndo({ message: 'The note is removed.', onUndo: () => bringBack.mutate({ noteId: id }) })
    },
  }
}
export type NoteChanges = ReturnType<typeof useNotes>

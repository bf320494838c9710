'use client'

import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTRPC } from '../../../../_trpc/client.tsx'

const BY_HAND = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const

/** Tells once that somebody is there: at the first thing done by hand, because scanners open every link of a mail. */
export function useNoteLife(token: string) {
  const { mutate } = useMutation(useTRPC().standing.noteLife.mutationOptions())
  const latest = useRef(mutate)
  useEffect(() => {
    latest.current = mutate
  })
  useEffect(() => {
    const note = () => {
      for (const kind of BY_HAND) window.removeEventListener(kind, note)
      latest.current({ token })
    }
    for (const kind of BY_HAND) window.addEventListener(kind, note, { passive: true })
    return () => {
      for (const kind of BY_HAND) window.removeEventListener(kind, note)
    }
  }, [token])
}

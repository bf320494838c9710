'use client'

import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTRPC } from '../../../../_trpc/client.tsx'

/** Whoever leaves sooner has not looked, and a machine that fetches every link of a mail does not stay. */
const LOOKED_MS = 2_000

/** Says once that the person of the link has looked: when the page was in sight for two seconds. Shows nothing. */
export function VisitBeacon({ token, listingKey }: { token: string; listingKey: string }) {
  const { mutate } = useMutation(useTRPC().portal.visit.mutationOptions({ meta: { quiet: true } }))
  const said = useRef(false)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const watch = () => {
      clearTimeout(timer)
      if (said.current || document.visibilityState !== 'visible') return
      timer = setTimeout(() => {
        said.current = true
        mutate({ token, listingKey })
      }, LOOKED_MS)
    }
    watch()
    document.addEventListener('visibilitychange', watch)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', watch)
    }
  }, [mutate, token, listingKey])
  return null
}

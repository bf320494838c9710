'use client'

import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** The reader's time zone; the server does not know it and writes the coast's. */
export const useZone = () =>
  useSyncExternalStore<string | undefined>(
    never,
    () => undefined,
    () => 'America/New_York',
  )

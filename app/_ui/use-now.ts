'use client'

import { useSyncExternalStore } from 'react'
import { createClock } from './clock.ts'

const { subscribe, current } = createClock(15_000)

/** The time, moving on four times a minute. */
export const useNow = () => useSyncExternalStore(subscribe, current, current)

'use client'

import { useSyncExternalStore } from 'react'
import { createClock } from './clock.ts'

const { subscribe, current } = createClock(1_000)

/** The time, moving on each second, for what runs out. */
export const useSecond = () => useSyncExternalStore(subscribe, current, current)

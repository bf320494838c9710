'use client'

import { useEffect, useState } from 'react'

/** A module that no first view waits for: null until it is here. `load` has to stay the same function. */
export function useLater<Module>(load: () => Promise<Module>): Module | null {
  const [part, setPart] = useState<Module | null>(null)
  useEffect(() => {
    let isWanted = true
    void load().then((loaded) => {
      if (isWanted) setPart(() => loaded)
    })
    return () => {
      isWanted = false
    }
  }, [load])
  return part
}

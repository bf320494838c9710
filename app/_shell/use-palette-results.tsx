'use client'

import type { SpotlightActionGroupData } from '@mantine/spotlight'

/** Homes and people that match what was typed. */
export function usePaletteResults(_query: string): SpotlightActionGroupData[] {
  return []
}

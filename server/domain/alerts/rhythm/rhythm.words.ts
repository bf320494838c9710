export const CADENCES = ['Instant', 'Daily', 'Weekly', 'Monthly'] as const
export type Cadence = (typeof CADENCES)[number]

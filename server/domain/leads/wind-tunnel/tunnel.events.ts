import type { Fact } from '#server/outbox.ts'

/** Somebody wants to know what a draft of rules would have changed. */
export const windTunnelAsked = (data: { runId: string }): Fact => ({ name: 'leads/wind-tunnel.asked', data })

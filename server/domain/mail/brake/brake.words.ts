/** On each alert that waits: what its agent and the outbox read. */
export const heldBecause = (reason: string) => `Alerts are stopped: ${reason}`

import { createHmac } from 'node:crypto'
import { env } from '#server/env.ts'

/** Stands for where somebody came from: the same each time, and it tells nobody which network it is. */
export const hashNetwork = (network: string | undefined): Uint8Array<ArrayBuffer> | null =>
  network ? new Uint8Array(createHmac('sha256', env.NEXTAUTH_SECRET).update(`lead-network:${network}`).digest()) : null

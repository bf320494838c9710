import type { LeadDoor, LeadSource } from '#server/generated/prisma/client.ts'

/** Something that stands at a door, as it came. */
export type Came = {
  door: LeadDoor
  source: LeadSource | null
  body: Uint8Array<ArrayBuffer>
  contentType: string
  /** What the sender calls it: sent again under the same, it is the same. Null: the body speaks for itself. */
  senderId: string | null
  networkHash: Uint8Array<ArrayBuffer> | null
  at: Date
}

export type Admitted = {
  arrivalId: string
  /** It had come before, and nothing was written. */
  isRepeated: boolean
}

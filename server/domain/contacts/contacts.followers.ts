import type { Db } from '#server/db.ts'

/** A contact that has another agent now, and the agent it had before. */
export type HandedOver = { contactId: string; fromId: string }

/** What follows from a change of contacts in the subjects that stand above them. Routers and the sync hand it in. */
export type ContactFollowers = {
  /** A contact's e-mail address came, went or changed. */
  followAddresses: (tx: Db, contactIds: readonly string[]) => Promise<number>
  /** Contacts have another agent. */
  followAgents: (tx: Db, moves: readonly HandedOver[]) => Promise<number>
  /** Somebody who worked here is gone. */
  takeOver: (tx: Db, personId: string) => Promise<number>
}

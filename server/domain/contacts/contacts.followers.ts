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

/** One after the other, as one. */
export const followersInTurn = (...all: readonly ContactFollowers[]): ContactFollowers => {
  const inTurn = async (follow: (followers: ContactFollowers) => Promise<number>) => {
    let changed = 0
    for (const followers of all) changed += await follow(followers)
    return changed
  }
  return {
    followAddresses: (tx, contactIds) => inTurn((one) => one.followAddresses(tx, contactIds)),
    followAgents: (tx, moves) => inTurn((one) => one.followAgents(tx, moves)),
    takeOver: (tx, personId) => inTurn((one) => one.takeOver(tx, personId)),
  }
}

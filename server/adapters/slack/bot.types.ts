import type { Card } from '#server/domain/slack/card.schema.ts'
import type { Trouble } from './trouble.ts'

export type Answer<Value> = { ok: true; value: Value } | ({ ok: false } & Trouble)

/** Where Slack has a message. */
export type Posted = { channel: string; ts: string }

/** Slack's Web API, as far as Palmetto needs it. Nothing throws, and nothing is tried twice: trying again is the queue's. */
export type SlackBot = {
  /** Whose token this is. */
  authTest: () => Promise<Answer<{ team: string; bot: string; url: string }>>
  lookupByEmail: (email: string) => Promise<Answer<{ userId: string }>>
  /** Null when the person shows none. */
  emailOf: (userId: string) => Promise<Answer<{ email: string | null }>>
  openDm: (userId: string) => Promise<Answer<{ channel: string }>>
  /** `key` goes along as metadata, so that `find` knows the message again. */
  post: (message: { channel: string; card: Card; key: string }) => Promise<Answer<Posted>>
  update: (message: Posted & { card: Card }) => Promise<Answer<Posted>>
  /** Only this person sees it, and only now. */
  postEphemeral: (message: { channel: string; userId: string; card: Card }) => Promise<Answer<null>>
  publishHome: (home: { userId: string; card: Card }) => Promise<Answer<null>>
  /** The message with this key among the last ones of the channel; asks for a scope that a bot need not have. */
  find: (message: { channel: string; key: string; since: Date }) => Promise<Answer<Posted | null>>
  /** Answers a command at the address that came with it, for its sender alone. */
  respond: (url: string, card: Card) => Promise<Answer<null>>
}

import type { Fact } from '#server/outbox.ts'

/** Something waits in a lane of Slack: a new message, or a change of one. */
export const slackQueued = (data: { lane: string }): Fact => ({ name: 'slack/queued', data })

/** Somebody pressed a button, wrote a command or opened the bot's page; it is kept, and nothing has come of it yet. */
export const slackAsked = (data: { requestId: string }): Fact => ({ name: 'slack/request.received', data })

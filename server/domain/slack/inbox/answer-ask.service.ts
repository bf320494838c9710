import type { Answer } from '#server/adapters/slack/bot.types.ts'
import type { Context } from '#server/context.ts'
import type { JobResult } from '#server/domain/jobs/jobs.result.ts'
import { readActorOf } from '#server/domain/org/actor.queries.ts'
import { DomainError } from '#server/errors.ts'
import { failpoint } from '#server/failpoint.ts'
import type { Card } from '../card.schema.ts'
import { type PeopleDeps, personOfSlackUser } from '../people/people.service.ts'
import { askSchema, type SlackAsk, type SlackCommand, type SlackPress } from './ask.schema.ts'
import { asCard, strangerCard } from './inbox.words.ts'

/** `say`: for the eyes of whoever asked. `replace`: what the message with the button shows from now on. */
export type SlackReply = { say?: Card; replace?: Card }

/** What others do about what is done in Slack; each does it once, however often it is asked. */
export type SlackAnswers = {
  press: (ctx: Context, press: SlackPress) => Promise<SlackReply>
  command: (ctx: Context, command: SlackCommand) => Promise<Card>
  home: (ctx: Context) => Promise<Card>
}
export type AnswerDeps = PeopleDeps & { answers: SlackAnswers }

async function act({ answers }: AnswerDeps, ctx: Context, ask: SlackAsk): Promise<SlackReply> {
  try {
    if (ask.kind === 'press') return await answers.press(ctx, ask)
    return { say: await (ask.kind === 'command' ? answers.command(ctx, ask) : answers.home(ctx)) }
  } catch (error) {
    if (error instanceof DomainError) return { say: asCard(error.message) }
    throw error
  }
}

async function say({ bot }: AnswerDeps, ask: SlackAsk, card: Card): Promise<Answer<unknown>> {
  const { userId } = ask
  if (ask.kind === 'home') return bot.publishHome({ userId, card })
  if (ask.kind === 'press' && ask.channel) return bot.postEphemeral({ channel: ask.channel, userId, card })
  return ask.responseUrl ? bot.respond(ask.responseUrl, card) : { ok: true, value: null }
}

async function reply(deps: AnswerDeps, ask: SlackAsk, { say: card, replace }: SlackReply): Promise<Answer<unknown>> {
  if (replace && ask.kind === 'press' && ask.channel && ask.ts) {
    const { channel, ts } = ask
    const replaced = await deps.bot.update({ channel, ts, card: replace })
    if (!replaced.ok) return replaced
  }
  return card ? say(deps, ask, card) : { ok: true, value: null }
}

type Done = { state: 'done' | 'refused'; words: string; reply: SlackReply }

async function findOut(deps: AnswerDeps, ask: SlackAsk): Promise<Done> {
  const { db, now } = deps
  const person = await personOfSlackUser(deps, ask.userId)
  if (!person.ok) throw new Error(`It is not known who asked. ${person.reason}`)
  const actor = person.value ? await readActorOf(db, person.value) : null
  if (!actor) return { state: 'refused', words: 'Nobody who works here.', reply: { say: strangerCard } }
  return { state: 'done', words: 'Done.', reply: await act(deps, { db, actor, now }, ask) }
}

/**
 * Does what somebody asked for in Slack, with their own rights, and answers them. Done once: run again after a crash it
 * finds what it did, and at worst says it twice.
 */
export async function answerAsk(deps: AnswerDeps, { requestId }: { requestId: string }): Promise<JobResult> {
  const { db, now } = deps
  const request = await db.slackRequest.findUnique({ where: { id: requestId } })
  if (request?.state !== 'received') return { words: 'It was answered before.', outcome: 'good', counts: {} }
  const ask = askSchema.parse(request.ask)
  failpoint('slack.before-answer')
  const { state, words, reply: answer } = await findOut(deps, ask)
  failpoint('slack.after-answer')
  const told = await reply(deps, ask, answer)
  // Worth another try: what was asked for is done, and finds itself done.
  if (!told.ok && told.kind === 'later') throw new Error(`The answer did not get through. ${told.reason}`)
  const said = told.ok ? words : `${words} The answer did not get through: ${told.reason}`
  await db.slackRequest.updateMany({
    where: { id: requestId, state: 'received' },
    data: { state, words: said, answeredAt: now() },
  })
  return { words: said, outcome: told.ok ? 'good' : 'warning', counts: {} }
}

/** Every try was in vain. Whoever asked sees the button as it was, and the settings name it. */
export async function failAsk({ db, now }: PeopleDeps, { requestId, reason }: { requestId: string; reason: string }) {
  const { count } = await db.slackRequest.updateMany({
    where: { id: requestId, state: 'received' },
    data: { state: 'failed', words: reason.slice(0, 500), answeredAt: now() },
  })
  return { failed: count }
}

import type { Context } from '#server/context.ts'
import type { Card } from '#server/domain/slack/card.schema.ts'
import type { SlackCommand } from '#server/domain/slack/inbox/ask.schema.ts'
import { asCard } from '#server/domain/slack/inbox/inbox.words.ts'
import { comeBack, goAway } from './availability.ts'
import { contactsCard, myLeadsCard, pondsCard, todayCard } from './list-cards.ts'

const HELP = 'Palmetto knows `/lead`, `/lead search Ann Lee`, `/available`, `/unavailable 2h`, `/pond` and `/today`.'
const MOST_WORDS = 100

function lead(ctx: Context, text: string): Promise<Card> | Card {
  if (text === '') return myLeadsCard(ctx)
  const words = /^search\s+(.+)$/s.exec(text)?.[1]?.replace(/\s+/g, ' ').trim()
  return words && words.length <= MOST_WORDS && !/\p{Cc}/u.test(words) ? contactsCard(ctx, words) : asCard(HELP)
}

/** Each command, for its sender alone and with their own rights. */
const COMMANDS = new Map<string, (ctx: Context, text: string) => Promise<Card> | Card>([
  ['/lead', lead],
  ['/pond', pondsCard],
  ['/today', todayCard],
  ['/available', comeBack],
  ['/unavailable', goAway],
  // Slack keeps this name for itself, so no manifest can have it; whatever sends it all the same is answered.
  ['/away', goAway],
])

/** Answers a slash command; one that is not ours is told which are. */
export async function answerCommand(ctx: Context, { command, text }: SlackCommand): Promise<Card> {
  const answer = COMMANDS.get(command)
  return answer ? answer(ctx, text.trim()) : asCard(HELP)
}

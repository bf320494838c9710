import type { Slack } from '#server/adapters/slack/open-slack.ts'
import type { Context } from '#server/context.ts'

const TROUBLED = 20

/** Whether our token opens the door, as Slack says it right now. */
export type Connection =
  | { state: 'off' }
  | { state: 'on'; team: string; bot: string; leadsChannel: string | null; alarmsChannel: string | null }
  | { state: 'trouble'; reason: string }

async function readConnection(slack: Slack | undefined): Promise<Connection> {
  if (!slack) return { state: 'off' }
  const { bot, leadsChannel, alarmsChannel } = slack
  const answer = await bot.authTest()
  if (!answer.ok) return { state: 'trouble', reason: answer.reason }
  return { state: 'on', team: answer.value.team, bot: answer.value.bot, leadsChannel, alarmsChannel }
}

/** Everybody who works here, those who can't be reached above. Who was never looked up has no `checkedAt`. */
async function listPeople({ db }: Context) {
  const people = await db.person.findMany({
    where: { removedAt: null },
    select: {
      ...{ id: true, fullName: true, email: true },
      slackPerson: { select: { slackUserId: true, checkedAt: true, missingSince: true } },
    },
    orderBy: [{ fullName: 'asc' }, { id: 'asc' }],
  })
  const rows = people.map(({ slackPerson, ...person }) => ({
    ...person,
    state: slackPerson ? (slackPerson.slackUserId ? ('reached' as const) : ('missing' as const)) : ('unasked' as const),
    checkedAt: slackPerson?.checkedAt ?? null,
    missingSince: slackPerson?.missingSince ?? null,
  }))
  const rank = { missing: 0, unasked: 1, reached: 2 }
  return rows.toSorted((a, b) => rank[a.state] - rank[b.state])
}

/** What could not be posted, and what is still tried, the latest first. */
async function listTroubled({ db }: Context) {
  const rows = await db.slackMessage.findMany({
    where: { OR: [{ state: 'failed' }, { state: { in: ['queued', 'sending'] }, lastError: { not: null } }] },
    select: {
      ...{ id: true, channel: true, state: true, lastError: true, attempts: true, createdAt: true },
      person: { select: { fullName: true } },
    },
    orderBy: { turn: 'desc' },
    take: TROUBLED,
  })
  return rows.map(({ person, channel, state, ...row }) => ({
    ...row,
    to: person?.fullName ?? `#${channel}`,
    isGivenUp: state === 'failed',
  }))
}

/** How it stands with Slack: the connection, who is in it, and what did not get through. */
export async function getSlackOverview(ctx: Context, slack: Slack | undefined) {
  const { db } = ctx
  const [connection, people, troubled, waiting, failedAsks] = await Promise.all([
    readConnection(slack),
    listPeople(ctx),
    listTroubled(ctx),
    db.slackMessage.count({ where: { state: { in: ['queued', 'sending'] } } }),
    db.slackRequest.findMany({
      where: { state: 'failed' },
      select: { id: true, kind: true, words: true, receivedAt: true },
      orderBy: { receivedAt: 'desc' },
      take: TROUBLED,
    }),
  ])
  return { connection, people, troubled, waiting, failedAsks }
}

import type { JobResult } from '#server/domain/jobs/jobs.result.ts'
import { answerAsk, failAsk, type SlackAnswers } from '#server/domain/slack/inbox/answer-ask.service.ts'
import { slackAnswers } from '#server/slack-answers.ts'
import type { Kit } from '../scheduled.ts'

/** As soon as somebody pressed a button, wrote a command or opened the bot's page. */
export const answerSlack = ({ inngest, deps }: Kit, answers: SlackAnswers = slackAnswers) =>
  inngest.createFunction(
    {
      id: 'answer-slack',
      name: 'Slack requests',
      triggers: [{ event: 'slack/request.received' }],
      retries: 5,
      onFailure: async ({ event, error, step }) => {
        const { db, now, slack } = deps
        const requestId = String(event.data.event.data.requestId)
        if (slack)
          await step.run('give up', () => failAsk({ db, now, bot: slack.bot }, { requestId, reason: error.message }))
      },
    },
    async ({ event, step }): Promise<JobResult> => {
      const { db, now, slack } = deps
      if (!slack) return { words: 'Slack is not connected.', outcome: 'good', counts: {} }
      const own = { db, now, bot: slack.bot, answers }
      return step.run('answer', () => answerAsk(own, { requestId: String(event.data.requestId) }))
    },
  )

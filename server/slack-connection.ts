import { openSlack } from '#server/adapters/slack/open-slack.ts'
import { env } from '#server/env.ts'

/** This process's way to Slack; undefined where no bot is set up. */
export const slack = openSlack(env)

import { answerCommand } from '#server/domain/leads/slack/commands.ts'
import { myLeadsCard } from '#server/domain/leads/slack/list-cards.ts'
import { isOfferAction, pressOffer } from '#server/domain/leads/slack/press-offer.ts'
import { isPondAction, pressPond } from '#server/domain/leads/slack/press-pond.ts'
import { isAlarmAction, pressAlarm } from '#server/domain/slack/alarms/press-alarm.service.ts'
import type { SlackAnswers } from '#server/domain/slack/inbox/answer-ask.service.ts'
import { oldButton } from '#server/domain/slack/inbox/inbox.words.ts'

/** A button that only opens a page: Slack tells of it, and there is nothing to do. */
const OPEN = 'open'

/** Who does what is asked for in Slack. */
export const slackAnswers: SlackAnswers = {
  async press(ctx, press) {
    const { action } = press
    if (action === OPEN) return {}
    if (isOfferAction(action)) return pressOffer(ctx, action, press)
    if (isPondAction(action)) return pressPond(ctx, press)
    if (isAlarmAction(action)) return pressAlarm(ctx, action, press)
    return oldButton
  },
  command: answerCommand,
  home: myLeadsCard,
}

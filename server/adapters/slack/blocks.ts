import type { ViewsPublishArguments } from '@slack/web-api'
import type { Card, CardPart } from '#server/domain/slack/card.schema.ts'

/** Slack's own name for it stands in a package that we don't install by ourselves. */
export type Block = ViewsPublishArguments['view']['blocks'][number]
type Actions = Extract<CardPart, { kind: 'actions' }>

const plainText = (text: string) => ({ type: 'plain_text' as const, text, emoji: true })

const toElements = ({ buttons, choices }: Actions) => [
  ...buttons.map(({ label, action, value, url, tone }) => ({
    ...{ type: 'button' as const, text: plainText(label), action_id: action, value },
    ...(url ? { url } : {}),
    ...(tone ? { style: tone } : {}),
  })),
  ...choices.map(({ label, action, options }) => ({
    ...{ type: 'static_select' as const, placeholder: plainText(label), action_id: action },
    options: options.map((option) => ({ text: plainText(option.label), value: option.value })),
  })),
]

function toBlock(part: CardPart): Block {
  switch (part.kind) {
    case 'title':
      return { type: 'header', text: plainText(part.text) }
    case 'text':
      return { type: 'section', text: { type: 'mrkdwn', text: part.markdown } }
    case 'fields':
      return { type: 'section', fields: part.fields.map((text) => ({ type: 'mrkdwn', text })) }
    case 'note':
      return { type: 'context', elements: [{ type: 'mrkdwn', text: part.markdown }] }
    case 'actions':
      return { type: 'actions', elements: toElements(part) }
    case 'rule':
      return { type: 'divider' }
  }
}

/** A card in Slack's Block Kit. */
export const toBlocks = ({ parts }: Card): Block[] => parts.map(toBlock)

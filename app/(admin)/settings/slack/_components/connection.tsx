import { IconPlugConnected } from '@tabler/icons-react'
import { ActionAnchor } from '../../../../_ui/action.tsx'
import { EmptyState } from '../../../../_ui/empty-state.tsx'
import { Fact, Facts } from '../../../../_ui/fact.tsx'
import { Section } from '../../../../_ui/section.tsx'
import shared from '../../_components/settings.module.css'
import type { SlackOverview } from '../_queries.ts'

const MANIFEST = '/slack-manifest.yaml'
const named = (channel: string | null, otherwise: string) =>
  channel ? (/^[CG][A-Z0-9]{6,}$/.test(channel) ? channel : `#${channel}`) : otherwise

/** Which workspace, which bot, which channels; or how to get there. */
export function Connection({ overview: { connection, waiting } }: { overview: SlackOverview }) {
  if (connection.state === 'off') {
    return (
      <Section>
        <EmptyState
          icon={IconPlugConnected}
          title="Slack is not connected"
          action={<ActionAnchor href={MANIFEST}>Open the app’s manifest</ActionAnchor>}
        >
          Make an app from the manifest at api.slack.com/apps, install it, and set SLACK_BOT_TOKEN and
          SLACK_SIGNING_SECRET. Until then leads are offered by mail and here.
        </EmptyState>
      </Section>
    )
  }
  if (connection.state === 'trouble') {
    return (
      <Section title="Connection">
        <p className={shared.problem} role="alert">
          Slack did not let us in. {connection.reason} Nothing is lost: what waits leaves as soon as it does, and mails
          go out meanwhile.
        </p>
      </Section>
    )
  }
  const { team, bot, leadsChannel, alarmsChannel } = connection
  return (
    <Section title="Connection">
      <Facts columns={3}>
        <Fact label="Workspace">{team}</Fact>
        <Fact label="Bot">{bot}</Fact>
        <Fact label="Leads to be claimed">{named(leadsChannel, 'Direct messages only')}</Fact>
        <Fact label="Alarms">{named(alarmsChannel, 'No channel')}</Fact>
        <Fact label="Waiting to be posted">{waiting}</Fact>
      </Facts>
    </Section>
  )
}

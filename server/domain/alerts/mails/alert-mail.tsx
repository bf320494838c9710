import { Body, Container, Head, Heading, Html, Preview, Section, Text } from '@react-email/components'
import { colours, font } from '#server/domain/mail/mail.theme.ts'
import { AgentCard } from './agent-card.tsx'
import { type AlertMailView, subjectOf } from './alert-mail.view.ts'
import { HomeCard } from './home-card.tsx'
import { MailFooter } from './mail-footer.tsx'
import { MailNotes } from './mail-notes.tsx'
import { MoreHomes } from './more-homes.tsx'
import { UnshownHomes } from './unshown-homes.tsx'

function headingOf({ homes, more, copyOf }: AlertMailView): string {
  const count = homes.length + more.length
  const found = count === 1 ? 'A home' : `${count} homes`
  return copyOf === null ? `${found} for you` : `${found} for your client`
}

/** The alert as people see it: 600 px, photo first, two buttons at most. */
export function AlertMail({ view }: { view: AlertMailView }) {
  const { homes, more, agent } = view
  return (
    <Html lang="en">
      <Head>
        <meta content="light dark" name="color-scheme" />
        <title>{subjectOf(view)}</title>
      </Head>
      <Preview>{subjectOf(view)}</Preview>
      <Body
        style={{ margin: 0, padding: '24px 0', backgroundColor: colours.sand, fontFamily: font, color: colours.ink }}
      >
        <Container role="main" style={{ width: '100%', maxWidth: 600, margin: '0 auto' }}>
          <Section style={{ padding: '0 16px 16px' }}>
            <Text style={{ margin: 0, fontSize: 14, fontWeight: 600, color: colours.green }}>{view.firm}</Text>
            <Heading as="h1" style={{ margin: '4px 0 0', fontSize: 20, lineHeight: '28px', fontWeight: 600 }}>
              {headingOf(view)}
            </Heading>
            <MailNotes copyOf={view.copyOf} introductions={view.introductions} />
          </Section>
          {homes.map((home) => (
            <HomeCard agentEmail={agent.email} agentName={agent.name} home={home} key={home.listingKey} />
          ))}
          {more.length > 0 && !view.allHref && <MoreHomes homes={more} />}
          {view.allHref && <UnshownHomes shown={homes.length} more={more.length} href={view.allHref} />}
          <AgentCard agent={agent} />
          <MailFooter delay={view.delay} firm={view.firm} office={view.office} wayOut={view.wayOut} />
        </Container>
      </Body>
    </Html>
  )
}

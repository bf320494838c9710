import {
  Body,
  Button,
  Container,
  Head,
  Heading,
  Hr,
  Html,
  Img,
  Link,
  Preview,
  Section,
  Text,
} from '@react-email/components'
import { AgentCard } from '#server/domain/alerts/mails/agent-card.tsx'
import { colours, font } from '#server/domain/mail/mail.theme.ts'
import type { LeadMailView } from './lead-mail.view.ts'

const paragraph = { margin: '0 0 12px', fontSize: 16, lineHeight: '24px', color: colours.ink } as const
const small = { margin: '0 0 8px', fontSize: 13, lineHeight: '20px', color: colours.grey } as const
const button = {
  ...{ display: 'inline-block', padding: '13px 20px', borderRadius: 8, fontSize: 15, fontWeight: 600 },
  ...{ border: `1px solid ${colours.green}`, marginRight: 8, marginBottom: 8 },
} as const
const main = { backgroundColor: colours.green, color: colours.white } as const
const link = { color: colours.green, textDecoration: 'underline' } as const

/** A mail that an inquiry causes: who, their words, the home, and at most two things to do. */
export function LeadMail({ view }: { view: LeadMailView }) {
  const { subject, heading, lines, quote, facts, home, buttons, agent, afterwards, firm, office } = view
  return (
    <Html lang="en">
      <Head>
        <meta content="light dark" name="color-scheme" />
        <title>{subject}</title>
      </Head>
      <Preview>{quote ?? lines[0] ?? subject}</Preview>
      <Body
        style={{ margin: 0, padding: '24px 0', backgroundColor: colours.sand, fontFamily: font, color: colours.ink }}
      >
        <Container role="main" style={{ width: '100%', maxWidth: 600, margin: '0 auto' }}>
          <Section style={{ padding: '0 16px 16px' }}>
            <Text style={{ margin: 0, fontSize: 14, fontWeight: 600, color: colours.green }}>{firm}</Text>
            <Heading as="h1" style={{ margin: '4px 0 0', fontSize: 22, lineHeight: '30px', fontWeight: 600 }}>
              {heading}
            </Heading>
          </Section>
          <Section style={card}>
            {lines.map((line) => (
              <Text key={line} style={paragraph}>
                {line}
              </Text>
            ))}
            {quote && <Text style={quoted}>{quote}</Text>}
            {facts.map(({ label, value, href }) => (
              <Text key={label} style={{ ...paragraph, margin: '0 0 4px' }}>
                <span style={{ color: colours.grey }}>{label}: </span>
                {href ? (
                  <Link href={href} style={link}>
                    {value}
                  </Link>
                ) : (
                  value
                )}
              </Text>
            ))}
            {buttons.length > 0 && (
              <Section style={{ paddingTop: 16 }}>
                {buttons.map(({ label, href }, index) => (
                  <Button
                    href={href}
                    key={href}
                    style={index === 0 ? { ...button, ...main } : { ...button, color: colours.green }}
                  >
                    {label}
                  </Button>
                ))}
              </Section>
            )}
          </Section>
          {home && <Home home={home} />}
          {agent && <AgentCard agent={agent} />}
          <Section style={{ padding: '16px 16px 0' }}>
            <Text style={small}>{afterwards}</Text>
            <Hr style={{ margin: '0 0 12px', borderColor: colours.line }} />
            <Text style={{ ...small, margin: 0, fontSize: 12, lineHeight: '18px' }}>
              {firm}, {office.name} · {office.postalAddress} · {office.phone}
            </Text>
          </Section>
        </Container>
      </Body>
    </Html>
  )
}

const card = {
  ...{ marginBottom: 16, padding: '20px 20px 12px', backgroundColor: colours.white },
  ...{ border: `1px solid ${colours.line}`, borderRadius: 8 },
} as const
const quoted = {
  ...{ margin: '0 0 16px', padding: '4px 0 4px 16px', borderLeft: `3px solid ${colours.green}` },
  ...{ fontSize: 16, lineHeight: '24px', color: colours.ink, whiteSpace: 'pre-line' },
} as const

function Home({ home }: { home: NonNullable<LeadMailView['home']> }) {
  return (
    <Section style={{ ...card, padding: 0, overflow: 'hidden' }}>
      {home.photoUrl && (
        <Link href={home.href}>
          <Img
            alt={`The home at ${home.address}`}
            src={home.photoUrl}
            style={{ display: 'block', width: '100%', height: 'auto' }}
            width={600}
          />
        </Link>
      )}
      <Section style={{ padding: '12px 20px 16px' }}>
        <Text style={{ margin: 0, fontSize: 20, lineHeight: '28px', fontWeight: 600 }}>{home.price}</Text>
        <Text style={{ margin: 0, fontSize: 14, lineHeight: '20px' }}>
          <Link href={home.href} style={link}>
            {home.address}
          </Link>
        </Text>
        <Text style={{ margin: 0, fontSize: 14, lineHeight: '20px' }}>{home.facts}</Text>
        <Text style={{ margin: 0, fontSize: 12, lineHeight: '18px', color: colours.grey }}>
          Listed by {home.listedBy}
        </Text>
      </Section>
    </Section>
  )
}

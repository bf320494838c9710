import { Body, Button, Container, Head, Heading, Hr, Html, Link, Preview, Section, Text } from '@react-email/components'
import { colours, font } from '#server/domain/mail/mail.theme.ts'
import { type AgentDigestView, subjectOf } from './agent-digest.view.ts'

const line = { margin: 0, fontSize: 14, lineHeight: '20px', color: colours.ink } as const
const soft = { ...line, fontSize: 13, color: colours.grey } as const

/** Which of an agent's alerts need a look today: whose, why, and what comes when nobody says a word. */
export function AgentDigest({ view }: { view: AgentDigestView }) {
  const { firstName, searches, more, allHref, office } = view
  return (
    <Html lang="en">
      <Head>
        <meta content="light dark" name="color-scheme" />
        <title>{subjectOf(view)}</title>
      </Head>
      <Preview>{searches.map(({ contactName }) => contactName).join(', ')}</Preview>
      <Body
        style={{ margin: 0, padding: '24px 0', backgroundColor: colours.sand, fontFamily: font, color: colours.ink }}
      >
        <Container
          role="main"
          style={{ width: '100%', maxWidth: 600, margin: '0 auto', backgroundColor: colours.white }}
        >
          <Section style={{ padding: '20px 32px', backgroundColor: colours.green }}>
            <Text style={{ margin: 0, fontSize: 16, lineHeight: '24px', fontWeight: 600, color: colours.sand }}>
              Palmetto
            </Text>
          </Section>
          <Section style={{ padding: '32px 32px 8px' }}>
            <Heading as="h1" style={{ margin: '0 0 8px', fontSize: 28, lineHeight: '34px', color: colours.green }}>
              {subjectOf(view)}
            </Heading>
            <Text style={{ ...line, fontSize: 16, lineHeight: '24px' }}>
              Hello {firstName}, what is due, and when, stands with each. One word from you keeps any of them as it is.
            </Text>
          </Section>
          {searches.map(({ name, contactName, why, next, href }) => (
            <Section key={href} style={{ padding: '16px 32px 0' }}>
              <Hr style={{ margin: '0 0 16px', borderColor: colours.line }} />
              <Text style={{ ...line, fontWeight: 600 }}>{contactName}</Text>
              <Text style={line}>
                <Link href={href} style={{ color: colours.green, textDecoration: 'underline' }}>
                  {name}
                </Link>
              </Text>
              <Text style={soft}>{why}.</Text>
              {next && <Text style={{ ...soft, color: colours.attention }}>{next}</Text>}
            </Section>
          ))}
          <Section style={{ padding: '24px 32px' }}>
            {more > 0 && <Text style={{ ...line, margin: '0 0 16px' }}>And {more} more.</Text>}
            <Button
              href={allHref}
              style={{
                ...{ display: 'inline-block', padding: '14px 24px', borderRadius: 8, fontSize: 16, fontWeight: 600 },
                ...{ backgroundColor: colours.green, color: colours.white },
              }}
            >
              Keep or change them
            </Button>
            <Hr style={{ margin: '24px 0 16px', borderColor: colours.line }} />
            <Text style={soft}>
              {office.name} · {office.postalAddress} · {office.phone}
            </Text>
          </Section>
        </Container>
      </Body>
    </Html>
  )
}

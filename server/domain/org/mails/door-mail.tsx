import { Body, Button, Container, Head, Heading, Hr, Html, Link, Preview, Section, Text } from '@react-email/components'
import type { DoorMailView } from './door-mail.view.ts'

// Mail clients know no style sheets. All pairs in use pass WCAG AA.
const green = '#12372A'
const sand = '#F6F2E9'
const ink = '#1B2420'
const grey = '#55605A'
const font = "'Inter', -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif"

const paragraph = { margin: '0 0 16px', fontSize: 16, lineHeight: '24px', color: ink } as const
const small = { margin: '0 0 8px', fontSize: 13, lineHeight: '20px', color: grey } as const

/** An invitation, a confirmation, a reset: one heading, one button, and the link in words for those who need it. */
export function DoorMail({ view }: { view: DoorMailView }) {
  const { subject, heading, lines, button, afterwards, office } = view
  return (
    <Html lang="en">
      <Head>
        <meta content="light dark" name="color-scheme" />
        <title>{subject}</title>
      </Head>
      <Preview>{lines[0] ?? subject}</Preview>
      <Body style={{ margin: 0, padding: '24px 0', backgroundColor: sand, fontFamily: font, color: ink }}>
        <Container role="main" style={{ width: '100%', maxWidth: 600, margin: '0 auto', backgroundColor: '#FFFFFF' }}>
          <Section style={{ padding: '20px 32px', backgroundColor: green }}>
            <Text style={{ margin: 0, fontSize: 16, lineHeight: '24px', fontWeight: 600, color: sand }}>Palmetto</Text>
          </Section>
          <Section style={{ padding: '32px 32px 16px' }}>
            <Heading
              as="h1"
              style={{ margin: '0 0 16px', fontSize: 28, lineHeight: '34px', fontWeight: 600, color: green }}
            >
              {heading}
            </Heading>
            {lines.map((line) => (
              <Text key={line} style={paragraph}>
                {line}
              </Text>
            ))}
            <Button
              href={button.href}
              style={{
                display: 'inline-block',
                padding: '14px 24px',
                borderRadius: 8,
                backgroundColor: green,
                color: '#FFFFFF',
                fontSize: 16,
                fontWeight: 600,
              }}
            >
              {button.label}
            </Button>
            <Text style={{ ...small, margin: '24px 0 8px' }}>If the button does nothing, open this address:</Text>
            <Text style={{ ...small, wordBreak: 'break-all' }}>
              <Link href={button.href} style={{ color: green, textDecoration: 'underline' }}>
                {button.href}
              </Link>
            </Text>
            <Text style={small}>{afterwards}</Text>
          </Section>
          <Section style={{ padding: '0 32px 24px' }}>
            <Hr style={{ margin: '0 0 16px', borderColor: '#E4DED0' }} />
            <Text style={{ ...small, margin: 0 }}>
              {office.name} · {office.postalAddress} · {office.phone}
            </Text>
          </Section>
        </Container>
      </Body>
    </Html>
  )
}

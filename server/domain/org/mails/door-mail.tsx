import { Body, Button, Container, Head, Heading, Hr, Html, Link, Preview, Section, Text } from '@react-email/components'
import { colours, font } from '#server/domain/mail/mail.theme.ts'
import type { DoorMailView } from './door-mail.view.ts'

const paragraph = { margin: '0 0 16px', fontSize: 16, lineHeight: '24px', color: colours.ink } as const
const small = { margin: '0 0 8px', fontSize: 13, lineHeight: '20px', color: colours.grey } as const

/** A mail about an account: one heading, one button at most, and the link in words for those who need it. */
export function DoorMail({ view }: { view: DoorMailView }) {
  const { subject, heading, lines, button, afterwards, office } = view
  return (
    <Html lang="en">
      <Head>
        <meta content="light dark" name="color-scheme" />
        <title>{subject}</title>
      </Head>
      <Preview>{lines[0] ?? subject}</Preview>
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
          <Section style={{ padding: '32px 32px 16px' }}>
            <Heading
              as="h1"
              style={{ margin: '0 0 16px', fontSize: 28, lineHeight: '34px', fontWeight: 600, color: colours.green }}
            >
              {heading}
            </Heading>
            {lines.map((line) => (
              <Text key={line} style={paragraph}>
                {line}
              </Text>
            ))}
            {button && <Way button={button} />}
            <Text style={small}>{afterwards}</Text>
          </Section>
          <Section style={{ padding: '0 32px 24px' }}>
            <Hr style={{ margin: '0 0 16px', borderColor: colours.line }} />
            <Text style={{ ...small, margin: 0 }}>
              {office.name} · {office.postalAddress} · {office.phone}
            </Text>
          </Section>
        </Container>
      </Body>
    </Html>
  )
}

function Way({ button }: { button: NonNullable<DoorMailView['button']> }) {
  return (
    <>
      <Button
        href={button.href}
        style={{
          display: 'inline-block',
          padding: '14px 24px',
          borderRadius: 8,
          backgroundColor: colours.green,
          color: colours.white,
          fontSize: 16,
          fontWeight: 600,
        }}
      >
        {button.label}
      </Button>
      <Text style={{ ...small, margin: '24px 0 8px' }}>If the button does nothing, open this address:</Text>
      <Text style={{ ...small, wordBreak: 'break-all' }}>
        <Link href={button.href} style={{ color: colours.green, textDecoration: 'underline' }}>
          {button.href}
        </Link>
      </Text>
    </>
  )
}

import { Button, Column, Heading, Img, Link, Row, Section, Text } from '@react-email/components'
import { colours } from '#server/domain/mail/mail.theme.ts'
import {
  type AlertHome,
  alsoOpenInWords,
  becauseInWords,
  changeInWords,
  factsInWords,
  priceInWords,
} from './alert-mail.view.ts'

type Props = { home: AlertHome; agentName: string; agentEmail: string }

const button = {
  display: 'inline-block',
  padding: '12px 18px',
  borderRadius: 8,
  fontSize: 14,
  fontWeight: 600,
} as const

export function HomeCard({ home, agentName, agentEmail }: Props) {
  const alsoOpen = alsoOpenInWords(home)
  const ask = `mailto:${agentEmail}?subject=${encodeURIComponent(`About ${home.address}`)}`
  return (
    <Section
      style={{
        marginBottom: 16,
        backgroundColor: colours.white,
        border: `1px solid ${colours.line}`,
        borderRadius: 8,
        overflow: 'hidden',
      }}
    >
      {home.photoUrl && (
        <Link href={home.url}>
          <Img
            alt={`The home at ${home.address}`}
            src={home.photoUrl}
            style={{ display: 'block', width: '100%', height: 'auto' }}
            width={600}
          />
        </Link>
      )}
      <Section style={{ padding: '16px 20px 20px' }}>
        <Text
          style={{
            margin: 0,
            fontSize: 13,
            fontWeight: 600,
            color: home.kind === 'PriceDrop' ? colours.attention : colours.good,
          }}
        >
          {changeInWords(home)}
        </Text>
        <Heading as="h2" style={{ margin: '2px 0 0', fontSize: 28, lineHeight: '34px', fontWeight: 600 }}>
          {priceInWords(home)}
        </Heading>
        <Text style={{ margin: '4px 0 0', fontSize: 14, lineHeight: '20px' }}>{factsInWords(home)}</Text>
        <Text style={{ margin: 0, fontSize: 14, lineHeight: '20px' }}>{home.address}</Text>
        {alsoOpen && (
          <Text style={{ margin: '4px 0 0', fontSize: 14, lineHeight: '20px', color: colours.good }}>{alsoOpen}</Text>
        )}
        <Text style={{ margin: 0, fontSize: 12, lineHeight: '18px', color: colours.grey }}>
          MLS# {home.mlsNumber} · Listed by {home.listedBy}
        </Text>
        <Text style={{ margin: '8px 0 16px', fontSize: 13, lineHeight: '18px', color: colours.grey }}>
          Matches {becauseInWords(home)}
        </Text>
        <Row>
          <Column>
            <Button
              href={home.url}
              style={{ ...button, backgroundColor: colours.green, color: colours.white, marginRight: 8 }}
            >
              See the home
            </Button>
            <Button href={ask} style={{ ...button, border: `1px solid ${colours.green}`, color: colours.green }}>
              Ask {agentName.split(' ')[0]}
            </Button>
          </Column>
        </Row>
      </Section>
    </Section>
  )
}

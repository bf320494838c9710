import { Column, Img, Link, Row, Section, Text } from '@react-email/components'
import { colours } from '#server/domain/mail/mail.theme.ts'
import type { AlertMailView } from './alert-mail.view.ts'

export function AgentCard({ agent }: { agent: AlertMailView['agent'] }) {
  const line = { margin: 0, fontSize: 14, lineHeight: '20px' } as const
  const link = { color: colours.green } as const
  return (
    <Section
      style={{
        padding: '16px 20px',
        backgroundColor: colours.white,
        border: `1px solid ${colours.line}`,
        borderRadius: 8,
      }}
    >
      <Row>
        <Column style={{ width: 72 }}>
          <Img alt="" height={56} src={agent.portraitUrl} style={{ borderRadius: 28, display: 'block' }} width={56} />
        </Column>
        <Column>
          <Text style={{ ...line, fontWeight: 600 }}>{agent.name}</Text>
          {agent.title && <Text style={{ ...line, color: colours.grey }}>{agent.title}</Text>}
          <Text style={line}>
            {agent.phone && (
              <>
                <Link href={`tel:${agent.phone.replace(/[^\d+]/g, '')}`} style={link}>
                  {agent.phone}
                </Link>
                {' · '}
              </>
            )}
            <Link href={`mailto:${agent.email}`} style={link}>
              {agent.email}
            </Link>
          </Text>
        </Column>
      </Row>
    </Section>
  )
}

import { Link, Section, Text } from '@react-email/components'
import { colours } from '#server/domain/mail/mail.theme.ts'
import { type AlertHome, changeInWords, priceInWords } from './alert-mail.view.ts'

/** The homes that come after the cards, one line each: nothing that matched is left out. */
export function MoreHomes({ homes }: { homes: AlertHome[] }) {
  return (
    <Section
      style={{
        ...{ marginBottom: 16, padding: '16px 20px', backgroundColor: colours.white },
        ...{ border: `1px solid ${colours.line}`, borderRadius: 8 },
      }}
    >
      <Text style={{ margin: '0 0 8px', fontSize: 14, fontWeight: 600 }}>And {homes.length} more</Text>
      {homes.map((home) => (
        <Text key={home.listingKey} style={{ margin: '0 0 8px', fontSize: 13, lineHeight: '18px' }}>
          <Link href={home.url} style={{ color: colours.green, textDecoration: 'underline' }}>
            {priceInWords(home)} · {home.address}
          </Link>
          <br />
          <span style={{ color: colours.grey }}>
            {changeInWords(home)} · MLS# {home.mlsNumber}
          </span>
        </Text>
      ))}
    </Section>
  )
}

import { Link, Section, Text } from '@react-email/components'
import { colours } from '#server/domain/mail/mail.theme.ts'
import type { AlertMailView } from './alert-mail.view.ts'

type Props = Pick<AlertMailView, 'firm' | 'office' | 'wayOut' | 'delay'>

/** Who writes, from where, and the way out: what the law wants on every mail of this kind. */
export function MailFooter({ firm, office, wayOut, delay }: Props) {
  const line = { margin: '0 0 8px', fontSize: 12, lineHeight: '18px', color: colours.grey } as const
  return (
    <Section style={{ padding: '16px 20px 0' }}>
      <Text style={line}>
        {firm} · {office.postalAddress} · {office.phone}
      </Text>
      <Text style={line}>
        {delay} {wayOut.because}{' '}
        <Link href={wayOut.url} style={{ color: colours.green, textDecoration: 'underline' }}>
          {wayOut.words}
        </Link>
      </Text>
    </Section>
  )
}

import { Link, Section, Text } from '@react-email/components'
import { colours } from '#server/domain/mail/mail.theme.ts'
import type { AlertMailView } from './alert-mail.view.ts'

type Props = Pick<AlertMailView, 'firm' | 'office' | 'preferencesUrl' | 'delay'>

/** Who writes, from where, and the way out: what the law wants on every mail of this kind. */
export function MailFooter({ firm, office, preferencesUrl, delay }: Props) {
  const line = { margin: '0 0 8px', fontSize: 12, lineHeight: '18px', color: colours.grey } as const
  return (
    <Section style={{ padding: '16px 20px 0' }}>
      <Text style={line}>
        {firm} · {office.postalAddress} · {office.phone}
      </Text>
      <Text style={line}>
        {delay} You get this because a home search was set up for you.{' '}
        <Link href={preferencesUrl} style={{ color: colours.green, textDecoration: 'underline' }}>
          Choose what you get, or stop these mails
        </Link>
      </Text>
    </Section>
  )
}

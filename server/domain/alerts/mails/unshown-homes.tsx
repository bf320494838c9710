import { Button, Section, Text } from '@react-email/components'
import { colours } from '#server/domain/mail/mail.theme.ts'
import { ORDER_SAID } from './home-order.words.ts'

type Props = { shown: number; more: number; href: string }

/** Of a mail with too many homes: how many more there are, in which order, and the way to all of them. */
export function UnshownHomes({ shown, more, href }: Props) {
  return (
    <Section
      style={{
        ...{ marginBottom: 16, padding: '16px 20px 20px', backgroundColor: colours.white },
        ...{ border: `1px solid ${colours.line}`, borderRadius: 8 },
      }}
    >
      <Text style={{ margin: 0, fontSize: 20, lineHeight: '28px', fontWeight: 600 }}>
        {`And ${more.toLocaleString('en-US')} more`}
      </Text>
      <Text style={{ margin: '4px 0 16px', fontSize: 14, lineHeight: '20px', color: colours.grey }}>
        {`These were the first ${shown}. ${ORDER_SAID}`}
      </Text>
      <Button
        href={href}
        style={{
          ...{ display: 'inline-block', padding: '12px 18px', borderRadius: 8, fontSize: 14, fontWeight: 600 },
          ...{ backgroundColor: colours.green, color: colours.white },
        }}
      >
        {`See all ${(shown + more).toLocaleString('en-US')} homes`}
      </Button>
    </Section>
  )
}

import { Text } from '@react-email/components'
import { colours } from '#server/domain/mail/mail.theme.ts'
import type { AlertMailView } from './alert-mail.view.ts'

/** That it is a copy, and of what; and who added the reader to a search that they were never told of before. */
export function MailNotes({ copyOf, introductions }: Pick<AlertMailView, 'copyOf' | 'introductions'>) {
  const line = { margin: '8px 0 0', fontSize: 14, lineHeight: '20px', color: colours.grey } as const
  return (
    <>
      {copyOf && <Text style={{ ...line, color: colours.ink, fontWeight: 600 }}>{copyOf}</Text>}
      {introductions.map((words) => (
        <Text key={words} style={line}>
          {words}
        </Text>
      ))}
    </>
  )
}

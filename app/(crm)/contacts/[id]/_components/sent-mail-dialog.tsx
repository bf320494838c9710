'use client'

import { Anchor, Modal } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { MailBody } from '../../../../_mails/mail-body.tsx'
import { mailById } from '../../../../_mails/sent-mail.ts'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { referenceOf } from '../../../../_trpc/query-client.tsx'
import { ErrorState } from '../../../../_ui/error-state.tsx'
import { ListSkeleton } from '../../../../_ui/list-skeleton.tsx'

type Props = { mailId: string | null; onClose: () => void }

/** The mail over the page, so that one can read it and go on. */
export function SentMailDialog({ mailId, onClose }: Props) {
  const mail = useQuery({ ...mailById(useTRPC(), mailId ?? ''), enabled: mailId !== null })
  return (
    <Modal opened={mailId !== null} onClose={onClose} title={mail.data?.subject ?? 'Mail'} size={720} padding={0}>
      {mail.data ? (
        <MailBody mail={mail.data} />
      ) : mail.isError ? (
        <ErrorState title="The mail did not load" reference={referenceOf(mail.error)} onRetry={() => mail.refetch()} />
      ) : (
        <ListSkeleton shape="lines" label="Loading the mail" />
      )}
      {mailId && (
        <Anchor component={Link} href={`/mails/${mailId}`} fz="sm" p="md" display="block">
          Open on its own page
        </Anchor>
      )}
    </Modal>
  )
}

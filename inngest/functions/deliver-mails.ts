import { deliverMails } from '#server/domain/mail/mail.delivery.ts'
import { deliveryInWords } from '#server/domain/mail/mail.words.ts'
import { composeMail } from '#server/mail-composers.ts'
import { type Kit, scheduled } from '../scheduled.ts'

/** A run's worth: what is left over waits for the next, so that no run holds the outbox for long. */
const LIMIT = 2_000

/** As soon as mails are queued, and each minute for what has to be tried again. */
export const deliverWaitingMails = (kit: Kit) =>
  scheduled(
    kit,
    'deliver-mails',
    async ({ step }) => {
      const { db, mailer, now } = kit.deps
      return step.run('deliver', async () =>
        deliveryInWords(await deliverMails({ db, mailer, now, compose: composeMail }, { limit: LIMIT })),
      )
    },
    { alsoOn: ['mail/queued'] },
  )

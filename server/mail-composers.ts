import type { Db } from '#server/db.ts'
import { composeAlert } from '#server/domain/alerts/mails/compose-alert.ts'
import { composePortalLink } from '#server/domain/alerts/portal/portal-link.mails.ts'
import { composeAgentDigest } from '#server/domain/alerts/standing/agent-digest.mails.ts'
import { composeStillWanted } from '#server/domain/alerts/standing/still-wanted.mails.ts'
import { composeClosedChannel } from '#server/domain/leads/mails/compose-closed-channel.ts'
import { composeIdleLead, composeTakenBack } from '#server/domain/leads/mails/compose-idle-lead.ts'
import { composeInquiry, composeReceipt } from '#server/domain/leads/mails/compose-inquiry.ts'
import { composeOffer } from '#server/domain/leads/mails/compose-offer.ts'
import { composeSetAway } from '#server/domain/leads/mails/compose-set-away.ts'
import { composeSignUp } from '#server/domain/leads/mails/compose-sign-up.ts'
import type { ComposeMail, MailKind, QueuedMail } from '#server/domain/mail/mail.types.ts'
import { composeAddressNotice } from '#server/domain/org/address-notice.mails.ts'
import { composeOrgMail } from '#server/domain/org/org.mails.ts'

/** Who composes which mail. A kind without a composer does not compile. */
const composers: Record<MailKind, ComposeMail> = {
  alert: composeAlert,
  invitation: composeOrgMail,
  confirmation: composeOrgMail,
  'password-reset': composeOrgMail,
  'address-notice': composeAddressNotice,
  'portal-link': composePortalLink,
  'still-wanted': composeStillWanted,
  'agent-digest': composeAgentDigest,
  'sign-up': composeSignUp,
  inquiry: composeInquiry,
  'inquiry-receipt': composeReceipt,
  'set-away': composeSetAway,
  offer: composeOffer,
  'lead-idle': composeIdleLead,
  'lead-taken-back': composeTakenBack,
  'slack-channel': composeClosedChannel,
}

const isKind = (kind: string): kind is MailKind => Object.hasOwn(composers, kind)

/** Composes any mail of the outbox at the moment it leaves. */
export function composeMail(tx: Db, mail: QueuedMail, now: Date) {
  if (!isKind(mail.kind)) throw new Error(`Nobody composes mails of the kind "${mail.kind}".`)
  return composers[mail.kind](tx, mail, now)
}

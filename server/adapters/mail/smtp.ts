import { BrokenCircuitError, ConsecutiveBreaker, circuitBreaker, handleWhen } from 'cockatiel'
import MailComposer from 'nodemailer/lib/mail-composer'
import type { Mailer, OutgoingMail, SendOutcome } from './mail.ts'
import { openSmtpSession, parseSmtpUrl, SmtpFailure, type SmtpSession } from './smtp-session.ts'

type Options = { url: string; from: string; connectMs?: number; silenceMs?: number; breakMs?: number }

/** A server that answers, even with a refusal, is alive; only silence and broken connections open the breaker. */
const isSilence = (error: unknown) => !(error instanceof SmtpFailure && error.isAnswer)

const compose = (mail: OutgoingMail, from: string) =>
  new MailComposer({
    from: mail.from ?? from,
    to: mail.to,
    replyTo: mail.replyTo,
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    headers: mail.headers,
    messageId: mail.messageId,
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile()

/** Mail over SMTP, with connections kept for the next mail, time-outs and a circuit breaker. */
export function createSmtpMailer({
  url,
  from,
  connectMs = 5_000,
  silenceMs = 20_000,
  breakMs = 10_000,
}: Options): Mailer {
  const target = parseSmtpUrl(url)
  const idle: SmtpSession[] = []
  const breaker = circuitBreaker(handleWhen(isSilence), { halfOpenAfter: breakMs, breaker: new ConsecutiveBreaker(5) })

  async function handOver(mail: OutgoingMail) {
    const message = compose(mail, from)
    const { from: sender } = message.getEnvelope()
    const raw = await message.build()
    let session = idle.pop()
    if (!session?.isUsable) session = await openSmtpSession(target, { connectMs, silenceMs })
    const reply = await session.send(sender || '', mail.to, raw)
    idle.push(session)
    return reply
  }

  async function send(mail: OutgoingMail): Promise<SendOutcome> {
    try {
      return { outcome: 'accepted', reply: await breaker.execute(() => handOver(mail)) }
    } catch (error) {
      if (error instanceof BrokenCircuitError)
        return { outcome: 'later', reason: 'The mail server has not been answering.' }
      if (!(error instanceof SmtpFailure))
        return { outcome: 'later', reason: error instanceof Error ? error.message : 'unknown error' }
      const { message: reason, responseCode, handedOver } = error
      if (responseCode !== undefined) return { outcome: responseCode >= 500 ? 'refused' : 'later', reason }
      return { outcome: handedOver ? 'unknown' : 'later', reason }
    }
  }

  return {
    send,
    close: () => {
      for (const session of idle.splice(0)) session.end()
    },
  }
}

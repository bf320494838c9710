import { Readable } from 'node:stream'
import SMTPConnection from 'nodemailer/lib/smtp-connection'

export type SmtpTarget = { host: string; port: number; secure: boolean; user?: string; password?: string }

export type SmtpTimeouts = { connectMs: number; silenceMs: number }

/** Reads `smtp://user:password@host:port` or `smtps://…`. */
export function parseSmtpUrl(href: string): SmtpTarget {
  const url = new URL(href)
  const secure = url.protocol === 'smtps:'
  const target = { host: url.hostname, port: Number(url.port || (secure ? 465 : 587)), secure }
  if (!url.username) return target
  return { ...target, user: decodeURIComponent(url.username), password: decodeURIComponent(url.password) }
}

/** The server's answer to one mail, or the error with what we know of how far it got. */
export class SmtpFailure extends Error {
  override readonly name = 'SmtpFailure'
  readonly handedOver: boolean
  readonly responseCode: number | undefined
  /** It has said something: it is alive, and is not left alone for a while as a silent one is. */
  readonly isAnswer: boolean
  constructor(message: string, handedOver: boolean, responseCode?: number, isAnswer = responseCode !== undefined) {
    super(message)
    this.handedOver = handedOver
    this.responseCode = responseCode
    this.isAnswer = isAnswer
  }
}

export type SmtpSession = {
  send: (from: string, to: string, raw: Buffer) => Promise<string>
  readonly isUsable: boolean
  end: () => void
}

/** The server's code is there when it has said anything. */
type Answer = Error & { responseCode?: number }

/** Opens one connection; mails go over it one after another. */
export function openSmtpSession(target: SmtpTarget, { connectMs, silenceMs }: SmtpTimeouts): Promise<SmtpSession> {
  const connection = new SMTPConnection({
    host: target.host,
    port: target.port,
    secure: target.secure,
    connectionTimeout: connectMs,
    greetingTimeout: connectMs,
    socketTimeout: silenceMs,
  })
  let usable = true
  let onBreak: (error: Answer) => void = () => {}
  const broke = (error: Answer) => {
    usable = false
    onBreak(error)
  }
  connection.on('error', broke)
  connection.on('end', () => broke(new Error('The mail server closed the connection.')))

  const send = (from: string, to: string, raw: Buffer) =>
    new Promise<string>((resolve, reject) => {
      let handedOver = false
      // Read only after the server has answered DATA: from then on a broken connection leaves the outcome unknown.
      function* content() {
        handedOver = true
        yield raw
      }
      const fail = (error: Answer) => {
        usable = false
        reject(new SmtpFailure(error.message, handedOver, error.responseCode))
      }
      onBreak = fail
      connection.send({ from, to }, Readable.from(content()), (error, info) =>
        error ? fail(error) : resolve(info.response),
      )
    })

  return new Promise((resolve, reject) => {
    const ready = () =>
      resolve({
        send,
        end: () => connection.quit(),
        get isUsable() {
          return usable
        },
      })
    // What it says at the door is about us and not about a mail: a mail that is turned away there is tried again.
    const turnedAway = ({ message, responseCode }: Answer) =>
      reject(new SmtpFailure(message, false, undefined, responseCode !== undefined))
    onBreak = turnedAway
    connection.connect(() => {
      const { user, password } = target
      if (!user) return ready()
      connection.login({ user, pass: password ?? '' }, (error) => (error ? turnedAway(error) : ready()))
    })
  })
}

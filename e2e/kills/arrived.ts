export type ArrivedMail = { to: string; messageId: string; raw: string }

const decoders: Record<string, (body: string) => string> = {
  base64: (body) => Buffer.from(body, 'base64').toString('utf8'),
  'quoted-printable': (body) =>
    Buffer.from(
      body.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
      'latin1',
    ).toString('utf8'),
}

/** The text part of a mail as it came over the wire. */
export function textOf(raw: string): string {
  const [, part = ''] = raw.split(/^Content-Type: text\/plain.*$/im)
  const encoding = /^Content-Transfer-Encoding: (\S+)/im.exec(part)?.[1]?.toLowerCase() ?? '7bit'
  const body = part.slice(part.search(/\r?\n\r?\n/)).split(/^--/m)[0] ?? ''
  return decoders[encoding]?.(body) ?? body
}

/** The MLS numbers of the homes that an arrived mail names. */
export const homesIn = ({ raw }: Pick<ArrivedMail, 'raw'>) =>
  new Set([...textOf(raw).matchAll(/^MLS# (\S+)$/gm)].map(([, number]) => number ?? ''))

export type Tally = {
  /** "address home" that was expected and never arrived. */
  missed: string[]
  /** Arrived, and nobody expected it. */
  unasked: string[]
  /** A home that reached an address under two different Message-IDs: a receiver can't see that it is a repeat. */
  doubled: string[]
  /** Mails that arrived again under the same Message-ID. */
  repeated: number
}

/** Holds what arrived against who had to be told what. */
export function compareArrived(expected: Map<string, Set<string>>, mails: readonly ArrivedMail[]): Tally {
  const once = new Map(mails.map((mail) => [mail.messageId, mail]))
  const arrived = new Map<string, number>()
  for (const mail of once.values()) {
    for (const home of homesIn(mail)) {
      const key = `${mail.to.toLowerCase()} ${home}`
      arrived.set(key, (arrived.get(key) ?? 0) + 1)
    }
  }
  const wanted = new Set([...expected].flatMap(([address, homes]) => [...homes].map((home) => `${address} ${home}`)))
  return {
    missed: [...wanted].filter((key) => !arrived.has(key)),
    unasked: [...arrived.keys()].filter((key) => !wanted.has(key)),
    doubled: [...arrived].filter(([, count]) => count > 1).map(([key]) => key),
    repeated: mails.length - once.size,
  }
}

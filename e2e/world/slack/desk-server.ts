import { deskPage, pressFrom, type ShownMessage } from './desk.ts'
import { createSlackSender } from './sender.ts'
import { SLACK_TOKEN } from './slack.names.ts'

export type DeskOptions = { appUrl: string; secret: string }
type Addresses = DeskOptions & { api: string; answersAt: string }
export type Desk = (
  method: string,
  path: string,
  body: string,
) => Promise<{ status: number; to?: string; html?: string } | null>

type Channel = { id: string; name?: string; is_im?: boolean; user?: string }
type Message = Pick<ShownMessage, 'ts' | 'text' | 'blocks'>
const SHOWN = 60

/** A page on which the workspace can be read, and its buttons pressed. */
export function openDesk({ appUrl, secret, api, answersAt }: Addresses): Desk {
  const ask = async <Answer>(method: string, args: Record<string, string> = {}): Promise<Answer> => {
    const headers = { authorization: `Bearer ${SLACK_TOKEN}`, 'content-type': 'application/json' }
    return (await fetch(`${api}/api/${method}`, { method: 'POST', headers, body: JSON.stringify(args) })).json()
  }
  const sender = createSlackSender({
    ...{ secret, answersAt },
    send: ({ path, body, headers }) => fetch(`${appUrl}/api/slack/${path}`, { method: 'POST', headers, body }),
  })

  async function read(): Promise<ShownMessage[]> {
    const { members } = await ask<{ members: { id: string; real_name?: string; name: string }[] }>('users.list')
    const everybody = members.map(({ id, real_name: realName, name }) => ({ id, name: realName ?? name }))
    const { channels } = await ask<{ channels: Channel[] }>('conversations.list', {
      types: 'public_channel,im',
      limit: '500',
    })
    const of = await Promise.all(
      channels.map(async ({ id, name, is_im: isIm, user }) => {
        const { messages } = await ask<{ messages?: Message[] }>('conversations.history', { channel: id, limit: '20' })
        const readers = isIm ? everybody.filter((person) => person.id === user) : everybody
        const title = isIm ? `To ${readers[0]?.name ?? 'somebody'}` : `#${name ?? id}`
        return (messages ?? []).map((message) => ({
          ...message,
          blocks: message.blocks ?? [],
          channel: id,
          readers,
          title,
        }))
      }),
    )
    return of
      .flat()
      .toSorted((a, b) => Number(b.ts) - Number(a.ts))
      .slice(0, SHOWN)
  }

  return async (method, path, body) => {
    if (path === '/desk' && method === 'GET') return { status: 200, html: deskPage(await read()) }
    if (path !== '/desk/press' || method !== 'POST') return null
    await pressFrom(new URLSearchParams(body), sender)
    return { status: 303, to: '/desk' }
  }
}

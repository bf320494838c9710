import { createEmulator } from 'emulate'
import { freePort } from '../ports.ts'
import { type DeskOptions, openDesk } from './desk-server.ts'
import { type SlackFront, startSlackFront } from './front.ts'
import { ALARMS_CHANNEL, LEADS_CHANNEL } from './slack.names.ts'

export type SlackWorld = SlackFront & { apiUrl: string }
export type Member = { fullName: string; email: string }
/** `desk`: which app the buttons of its own page press. */
type Options = { port: number; members: Member[]; desk?: DeskOptions }

/** Unique, and none that the emulator has by itself. */
const nameOf = ({ email }: Member) => `p-${email.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`

/** A Slack workspace on this machine: the Web API of `emulate`, with these people and the two channels of the bot. */
export async function startSlack({ port, members, desk }: Options): Promise<SlackWorld> {
  const inner = await freePort()
  const emulator = await createEmulator({
    ...{ service: 'slack', port: inner },
    seed: {
      slack: {
        team: { name: 'Palmetto Coast Realty', domain: 'palmetto-coast' },
        users: members.map((member) => ({
          name: nameOf(member),
          real_name: member.fullName,
          // As the emulator keeps it, letter by letter.
          email: member.email.toLowerCase(),
        })),
        channels: [
          { name: LEADS_CHANNEL, topic: 'Leads that anybody may claim' },
          { name: ALARMS_CHANNEL, topic: 'What needs a human' },
        ],
      },
    },
  })
  const target = emulator.url.replace('localhost', '127.0.0.1')
  const answersAt = `http://127.0.0.1:${port}/answers`
  const page = desk && openDesk({ ...desk, api: target, answersAt })
  const front = await startSlackFront({ port, target, desk: page })
  return {
    ...front,
    apiUrl: `${front.url}/api/`,
    stop: async () => {
      await front.stop()
      await emulator.close()
    },
  }
}

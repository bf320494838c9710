import type { Doc } from './values.ts'

/** What goes wrong, how often (once, when not said), and only on which collection. */
export type Fault = { times?: number; collection?: string } & (
  | { code: number; message?: string }
  | { close: true }
  | { delayMs: number }
  | { loseReply: true }
  /** Done, and the connection is gone before its answer. */
  | { closeAfter: true }
)

type Planned = { commands: string[]; fault: Fault; left: number }

/** Faults that were ordered and have not all happened yet. */
export class Faults {
  private planned: Planned[] = []

  /** Returns a function that takes the order back. */
  add(commands: string | string[], fault: Fault): () => void {
    const order = { commands: [commands].flat().map((name) => name.toLowerCase()), fault, left: fault.times ?? 1 }
    this.planned.push(order)
    return () => {
      this.planned = this.planned.filter((other) => other !== order)
    }
  }

  clear(): void {
    this.planned = []
  }

  take(name: string, command: Doc): Fault | undefined {
    const isMeant = ({ commands, fault, left }: Planned) =>
      left > 0 &&
      commands.includes(name.toLowerCase()) &&
      (fault.collection === undefined || [command[name], command.collection].includes(fault.collection))
    const order = this.planned.find(isMeant)
    if (!order) return undefined
    order.left -= 1
    return order.fault
  }
}

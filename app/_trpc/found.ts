import { TRPCError } from '@trpc/server'
import { notFound } from 'next/navigation'
import { toTheDoor } from '../_shell/to-the-door.ts'

/**
 * Waits for the record that a page is about. What is not there, or is nothing for these eyes, answers 404; an answer
 * that streams in later could not turn the page into one any more.
 */
export async function found<Row>(record: Promise<Row>): Promise<Row> {
  try {
    return await record
  } catch (error) {
    if (error instanceof TRPCError && ['NOT_FOUND', 'BAD_REQUEST'].includes(error.code)) return notFound()
    // The layout leads to the door, too; whichever of the two is first must say the same.
    if (error instanceof TRPCError && error.code === 'UNAUTHORIZED') return toTheDoor()
    throw error
  }
}

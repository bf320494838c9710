import { headers } from 'next/headers'
import { redirect } from 'next/navigation'

/** Sends a visitor to the door, and remembers where they wanted to go. */
export async function toTheDoor(): Promise<never> {
  const path = (await headers()).get('x-path') ?? '/'
  redirect(path === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(path)}`)
}

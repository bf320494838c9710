import type { Metadata } from 'next'
import { NewContact } from '../_components/new-contact.tsx'

export const metadata: Metadata = { title: 'New contact' }

export default function NewContactPage() {
  return <NewContact />
}

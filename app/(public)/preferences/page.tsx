import type { Metadata } from 'next'
import { AskForLink } from '../_portal/ask-for-link.tsx'
import classes from './[token]/_components/preferences.module.css'
import { PreferencesFrame } from './[token]/_components/preferences-frame.tsx'

export const metadata: Metadata = { title: 'Your homes', robots: { index: false, follow: false } }

/** For who has lost their link. */
export default function LostLinkPage() {
  return (
    <PreferencesFrame>
      <div className={classes.narrow}>
        <h1 className={classes.title}>Your homes and searches</h1>
        <p className={classes.lead}>They open with the link in our mails. Lost it? We mail it to you again.</p>
        <AskForLink />
      </div>
    </PreferencesFrame>
  )
}

import type { Metadata } from 'next'
import { env } from '#server/env.ts'
import { portraitUrl } from '../../../_homes/portrait.ts'
import { HomeForAnybody } from './_components/home-for-anybody.tsx'
import { publicHome } from './_home.ts'
import { readerOf } from './_reader.ts'
import { shareDescription, shareTitle } from './_share.words.ts'

type Props = { params: Promise<{ key: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const home = await publicHome((await params).key)
  const [title, description] = [shareTitle(home), shareDescription(home, env.FIRM_NAME)]
  const url = `${env.APP_URL}/homes/${encodeURIComponent(home.listingKey)}`
  const images = home.photoUrls.slice(0, 1).map((photo) => ({ url: `${photo}?w=1200`, width: 1_200, alt: title }))
  return {
    title: { absolute: title },
    description,
    alternates: { canonical: url },
    openGraph: { title, description, url, images, type: 'website', siteName: env.FIRM_NAME, locale: 'en_US' },
    twitter: { card: images.length > 0 ? 'summary_large_image' : 'summary', title, description, images },
  }
}

/** With the key of a person in it, as the links of a mail have, the page asks what they think; opening it changes nothing. */
export default async function PublicHomePage({
  params,
  searchParams,
}: Props & { searchParams: Promise<{ t?: string | string[] }> }) {
  const home = await publicHome((await params).key)
  const portrait = home.listAgent && portraitUrl(env.PHOTO_ORIGIN, home.listAgent.fullName, 192)
  const reader = await readerOf(home, (await searchParams).t)
  return (
    <HomeForAnybody
      home={home}
      reader={reader}
      portrait={portrait}
      firm={env.FIRM_NAME}
      mapStyleUrl={env.MAP_STYLE_URL}
    />
  )
}

import type { Metadata } from 'next'
import { env } from '#server/env.ts'
import { streetLine, townLine } from '../../../_homes/home.words.ts'
import { portraitUrl } from '../../../_homes/portrait.ts'
import { formatMoney } from '../../../_ui/format.ts'
import { HomeForAnybody } from './_components/home-for-anybody.tsx'
import { publicHome } from './_home.ts'

type Props = { params: Promise<{ key: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const home = await publicHome((await params).key)
  const title = `${formatMoney(home.listPriceCents)} · ${streetLine(home)}, ${home.city}`
  const description = home.publicRemarks.slice(0, 160) || townLine(home)
  const images = home.photoUrls.slice(0, 1).map((url) => `${url}?w=1200`)
  return { title: { absolute: title }, description, openGraph: { title, description, images, type: 'website' } }
}

export default async function PublicHomePage({ params }: Props) {
  const home = await publicHome((await params).key)
  const portrait = home.listAgent && portraitUrl(env.PHOTO_ORIGIN, home.listAgent.fullName, 192)
  return <HomeForAnybody home={home} portrait={portrait} mapStyleUrl={env.MAP_STYLE_URL} />
}

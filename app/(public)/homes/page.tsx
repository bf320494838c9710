import type { Metadata } from 'next'
import { env } from '#server/env.ts'
import { getQueryClient, Hydrate, trpc } from '../../_trpc/server.tsx'
import { HomesSearch } from './_components/homes-search.tsx'
import { homePages } from './_queries.ts'
import { anySearch, readSearch, type Search, writeSearch } from './_search.ts'
import { headingOf } from './_search.words.ts'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

async function searchOf({ searchParams }: Props): Promise<Search> {
  const params = Object.entries(await searchParams).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[key, value]] : [],
  )
  return readSearch(new URLSearchParams(params))
}

/** One town is a page of its own; each further wish would be one more page that says the same. */
export async function generateMetadata(props: Props): Promise<Metadata> {
  const search = await searchOf(props)
  const { citySlugs } = search
  const town = { ...anySearch, citySlugs: citySlugs.slice(0, 1) }
  const query = writeSearch(town)
  const isOwnPage = writeSearch(search) === query
  const title = headingOf(town)
  const description = `${title}: photos, prices and what changed this week, on a map. Draw your own area and hear of new homes by e-mail.`
  const url = `${env.APP_URL}/homes${query ? `?${query}` : ''}`
  return {
    title: { absolute: `${title} · ${env.FIRM_NAME}` },
    description,
    alternates: { canonical: url },
    robots: { index: isOwnPage, follow: true },
    openGraph: { title, description, url, type: 'website', siteName: env.FIRM_NAME, locale: 'en_US' },
  }
}

export default async function HomesPage(props: Props) {
  const search = await searchOf(props)
  // Not awaited: the page leaves at once and the homes stream in behind it.
  void getQueryClient().prefetchInfiniteQuery(homePages(trpc, search))
  return (
    <Hydrate>
      <HomesSearch firm={env.FIRM_NAME} mapStyleUrl={env.MAP_STYLE_URL} />
    </Hydrate>
  )
}

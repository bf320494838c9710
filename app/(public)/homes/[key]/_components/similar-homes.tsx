import { serverCaller } from '../../../../_trpc/server.tsx'
import { HomeCard } from '../../_components/home-card.tsx'
import classes from './similar-homes.module.css'

/** Homes like this one, near it; the page does not wait for them. */
export async function SimilarHomes({ listingKey }: { listingKey: string }) {
  const homes = await (await serverCaller()).listings.publicSimilar({ listingKey })
  if (homes.length === 0) return null
  return (
    <section className={classes.similar} aria-labelledby="similar-homes">
      <h2 id="similar-homes">Similar homes nearby</h2>
      <ul className={classes.strip}>
        {homes.map((home) => (
          <li key={home.id}>
            <HomeCard home={home} sizes="280px" />
          </li>
        ))}
      </ul>
    </section>
  )
}

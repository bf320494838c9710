import { Fieldset, MultiSelect, NumberInput, TagsInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { PROPERTY_SUB_TYPES } from '#server/domain/alerts/criteria.words.ts'
import { DOORS, LEAD_TYPES } from '#server/domain/leads/doors/doors.words.ts'
import type { Conditions } from '#server/domain/leads/routing/routing.types.ts'
import { DOOR_WORDS, LEAD_TYPE_WORDS } from '#server/domain/leads/routing/routing.words.ts'
import { SUB_TYPE_WORDS } from '#server/domain/listings/listings.words.ts'
import { townName } from '#server/domain/listings/town.words.ts'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { AreaField } from '../../../../(crm)/alerts/_components/editor/area-field.tsx'
import { offices } from '../../_queries.ts'
import { sourceNames, towns } from '../_queries.ts'
import classes from './editor.module.css'
import { ManyOf } from './many-of.tsx'
import { TimesFields } from './times-fields.tsx'

type Props = {
  when: Conditions
  problems: Record<string, string>
  mapStyleUrl: string | undefined
  onChange: (when: Conditions) => void
}

const some = <Item,>(list: Item[]) => (list.length > 0 ? list : undefined)
const toCents = (dollars: string | number) =>
  dollars === '' || !Number.isFinite(Number(dollars)) ? undefined : Math.round(Number(dollars) * 100)
const toDollars = (cents: number | undefined) => (cents === undefined ? '' : cents / 100)
const DOLLARS = { prefix: '$', thousandSeparator: ',', min: 0, allowDecimal: false, hideControls: true } as const

/** What a lead has to be: any of each list, and all of the lists that are not empty. */
export function ConditionFields({ when, problems, mapStyleUrl, onChange }: Props) {
  const trpc = useTRPC()
  const sources = useQuery(sourceNames(trpc))
  const places = useQuery(towns(trpc))
  const houses = useQuery(offices(trpc))
  const rents = when.leadTypes?.every((type) => type === 'Renter') ?? false
  const put = (over: Conditions) => onChange({ ...when, ...over })
  const slugs = [...new Set([...(places.data ?? []).map(({ citySlug }) => citySlug), ...(when.citySlugs ?? [])])]
  const putPrice = (over: NonNullable<Conditions['price']>) => {
    const price = { ...when.price, ...over }
    put({ price: price.minCents === undefined && price.maxCents === undefined ? undefined : price })
  }
  return (
    <Fieldset legend="Which leads" className={classes.fields}>
      <ManyOf
        label="Lead type"
        any="Buyers, sellers and renters"
        options={LEAD_TYPES}
        nameOf={(type) => LEAD_TYPE_WORDS[type]}
        value={when.leadTypes}
        onChange={(leadTypes) => put({ leadTypes })}
      />
      <MultiSelect
        label="Source"
        placeholder={when.sources ? '' : 'Any source'}
        searchable
        clearable
        data={(sources.data ?? []).map(({ key, name }) => ({ value: key, label: name }))}
        value={when.sources ?? []}
        onChange={(list) => put({ sources: some(list) })}
      />
      <ManyOf
        label="Came by"
        any="Any door"
        options={DOORS}
        nameOf={(door) => DOOR_WORDS[door]}
        value={when.doors}
        onChange={(doors) => put({ doors })}
      />
      <TagsInput
        label="Tags"
        placeholder={when.tags ? '' : 'Any tag'}
        value={when.tags ?? []}
        onChange={(list) => put({ tags: some(list) })}
      />
      <ManyOf
        label="Kind of home"
        any="Any home"
        options={PROPERTY_SUB_TYPES}
        nameOf={(type) => SUB_TYPE_WORDS[type]}
        value={when.propertySubTypes}
        onChange={(propertySubTypes) => put({ propertySubTypes })}
      />
      <div className={classes.pair}>
        <NumberInput
          {...DOLLARS}
          label={rents ? 'Rent from, a month' : 'Price from'}
          value={toDollars(when.price?.minCents)}
          error={problems['when.price']}
          onChange={(dollars) => putPrice({ minCents: toCents(dollars) })}
        />
        <NumberInput
          {...DOLLARS}
          label={rents ? 'Rent to, a month' : 'Price to'}
          value={toDollars(when.price?.maxCents)}
          onChange={(dollars) => putPrice({ maxCents: toCents(dollars) })}
        />
      </div>
      <MultiSelect
        label="Towns"
        placeholder={when.citySlugs ? '' : 'Any town'}
        searchable
        clearable
        data={slugs.toSorted().map((slug) => ({ value: slug, label: townName(slug) }))}
        value={when.citySlugs ?? []}
        onChange={(list) => put({ citySlugs: some(list) })}
      />
      <TagsInput
        label="Zip codes"
        placeholder={when.postalCodes ? '' : 'Any zip'}
        splitChars={[',', ' ']}
        value={when.postalCodes ?? []}
        error={problems['when.postalCodes']}
        onChange={(list) => put({ postalCodes: some(list) })}
      />
      <MultiSelect
        label="Office of the town"
        placeholder={when.officeIds ? '' : 'Any office, or none'}
        clearable
        data={(houses.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={when.officeIds ?? []}
        onChange={(list) => put({ officeIds: some(list) })}
      />
      <AreaField
        rings={when.areas ?? []}
        around={undefined}
        problem={problems['when.areas']}
        mapStyleUrl={mapStyleUrl}
        onChange={(areas) => put({ areas: some(areas) })}
      />
      <TimesFields
        times={when.times ?? []}
        problem={problems['when.times']}
        onChange={(times) => put({ times: some(times) })}
      />
    </Fieldset>
  )
}

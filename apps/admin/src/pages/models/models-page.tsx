import { usePageTitle } from '@latchkey/front'
import { buttonClass, EmptyState, List, ListRow, PageHead, SearchField, SelectField } from '@latchkey/ui'
import { SearchX } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { Link } from 'react-router'
import { useSaidIn } from '../../said.ts'
import { isFound, type Product, peopleOf, toProducts, unnamedModel, useModels } from './catalogue.ts'
import { ModelBadges } from './model-badges.tsx'
import { ModelIcon } from './model-icon.tsx'
import { useUsage } from './model-picker.tsx'
import { useProductName } from './use-product-name.ts'

const filters = ['all', 'inUse', 'bad', 'certified'] as const

type Filter = (typeof filters)[number]

const passes: Readonly<Record<Filter, (product: Product) => boolean>> = {
  all: () => true,
  inUse: (product) => peopleOf(product) > 0,
  bad: ({ models }) => models.some(({ statuses }) => statuses.length > 0),
  certified: ({ models }) => models.some(({ certification }) => certification !== null),
}

/** Every model there is, and who vouches for models. */
export function ModelsPage() {
  const { models: said } = useSaidIn('signIn')
  usePageTitle(said.title)
  const models = useModels()
  const [text, setText] = useState('')
  const [filter, setFilter] = useState<Filter>('all')
  const asked = useDeferredValue(text)
  const found = toProducts(models)
    .filter((product) => isFound(product, asked) && passes[filter](product))
    .toSorted((a, b) => peopleOf(b) - peopleOf(a))
  return (
    <>
      <PageHead
        title={said.title}
        lead={said.lead}
        actions={
          <>
            <Link to="/models/metadata" className={buttonClass()}>
              {said.metadata.title}
            </Link>
            <Link to="/models/roots" className={buttonClass()}>
              {said.roots.title}
            </Link>
          </>
        }
      />
      <div className="flex flex-wrap items-end gap-4">
        <SearchField label={said.search} value={text} onType={setText} />
        <div className="w-full max-w-56">
          <SelectField
            label={said.show}
            value={filter}
            options={filters.map((value) => ({ value, label: said.filters[value] }))}
            onChoose={(next) => setFilter(next)}
          />
        </div>
        <p role="status" className="pb-2.5 text-soft">
          {said.found({ count: found.length })}
        </p>
      </div>
      {found.length === 0 ? (
        <EmptyState icon={<SearchX className="size-6" />} title={said.noneFound}>
          {said.noneFoundLead}
        </EmptyState>
      ) : (
        <List label={said.title}>
          {found.map((product) => (
            <ProductRow key={product.key} product={product} />
          ))}
        </List>
      )}
    </>
  )
}

function ProductRow({ product }: { readonly product: Product }) {
  const { models: said } = useSaidIn('signIn')
  const usage = useUsage(product)
  const nameOf = useProductName()
  const [first] = product.models
  if (first === undefined) return null
  const several = product.models.length > 1 && ` · ${said.versions({ count: product.models.length })}`
  return (
    <ListRow
      icon={<ModelIcon model={first} />}
      title={
        <Link to={`/models/${first.aaGuid}`} className="hover:underline">
          {nameOf(product)}
        </Link>
      }
      about={
        <>
          {usage}
          {several}
          {product.name === undefined && product.key !== unnamedModel && ` · ${first.aaGuid}`}
        </>
      }
      badges={<ModelBadges product={product} />}
    />
  )
}

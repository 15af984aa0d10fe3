import { Button, CheckboxField, EmptyState, SearchField, TextArea } from '@latchkey/ui'
import { ListPlus, SearchX, X } from 'lucide-react'
import { useDeferredValue, useId, useState } from 'react'
import { useSaidIn } from '../../said.ts'
import {
  isFound,
  type Product,
  peopleOf,
  readAaguids,
  toProducts,
  unnamedModel,
  useModels,
} from './catalogue.ts'
import { ModelBadges } from './model-badges.tsx'
import { ModelIcon } from './model-icon.tsx'
import { useProductName } from './use-product-name.ts'

/** A field in which models are chosen by the names of products; typing AAGUIDs has the same effect. */
export interface ModelPickerProps {
  readonly label: string
  /** In small letters. */
  readonly chosen: readonly string[]
  readonly error?: string | undefined
  onChange(chosen: readonly string[]): void
}

/** See `ModelPickerProps`. */
export function ModelPicker({ label, chosen, error, onChange }: ModelPickerProps) {
  const { models: said } = useSaidIn('signIn')
  const id = useId()
  const models = useModels()
  const [text, setText] = useState('')
  const asked = useDeferredValue(text)
  const has = new Set(chosen)
  const known = new Set(models.map(({ aaGuid }) => aaGuid))
  const strangers = chosen.filter((aaguid) => !known.has(aaguid)).map(toStranger)
  const products = inOrder([...toProducts(models), ...strangers])
  const found = products.filter((product) => isFound(product, asked))
  const used = models.filter(({ people }) => people > 0).map(({ aaGuid }) => aaGuid)
  const missing = used.filter((aaguid) => !has.has(aaguid))
  const set = (product: Product, on: boolean) => {
    const own = new Set(product.models.map(({ aaGuid }) => aaGuid))
    const others = chosen.filter((aaguid) => !own.has(aaguid))
    onChange(on ? [...others, ...own] : others)
  }

  return (
    <fieldset className="flex flex-col gap-4">
      <legend className="mb-2 font-semibold">{label}</legend>
      <Chosen products={products} has={has} onRemove={(product) => set(product, false)} />
      <div className="flex flex-wrap items-center gap-3">
        <SearchField label={said.search} value={text} onType={setText} />
        <Button
          icon={<ListPlus aria-hidden className="size-5" />}
          unavailable={missing.length === 0 ? said.allInUseChosen : undefined}
          onClick={() => onChange([...chosen, ...missing])}
        >
          {said.addAllInUse}
        </Button>
      </div>
      {found.length === 0 ? (
        <EmptyState icon={<SearchX className="size-6" />} title={said.noneFound}>
          {said.noneFoundLead}
        </EmptyState>
      ) : (
        <ul
          aria-label={said.products}
          className="max-h-[26rem] divide-y divide-line overflow-y-auto rounded-2xl border border-line bg-paper"
        >
          {found.map((product) => (
            <ProductRow
              key={product.key}
              product={product}
              has={has}
              onSet={(on) => set(product, on)}
              onSetOne={(aaguid, on) =>
                onChange(on ? [...chosen, aaguid] : chosen.filter((each) => each !== aaguid))
              }
            />
          ))}
        </ul>
      )}
      <AaguidText chosen={chosen} onChange={onChange} />
      {error !== undefined && (
        <p id={`${id}-error`} role="alert" className="text-sm font-semibold text-bad">
          {error}
        </p>
      )}
    </fieldset>
  )
}

/** Ours first, then what people have, most of them first; the rest by name. */
function inOrder(products: readonly Product[]): readonly Product[] {
  const rank = (product: Product) =>
    product.models[0]?.kind === 'latchkey' ? 0 : peopleOf(product) > 0 ? 1 : 2
  return products.toSorted((a, b) => rank(a) - rank(b) || peopleOf(b) - peopleOf(a))
}

/** Whether only its AAGUID tells it from others. */
function isStranger({ key, name }: Product): boolean {
  return name === undefined && key !== unnamedModel
}

/** A model that nobody knows and somebody chose. */
function toStranger(aaGuid: string): Product {
  const model = {
    aaGuid,
    displayName: null,
    kind: 'unknown',
    passkeyType: null,
    certification: null,
    statuses: [],
    source: 'nobody',
    people: 0,
    hasOwnRoot: false,
    hasIcon: false,
  } as const
  return { key: aaGuid, name: undefined, models: [model] }
}

function Chosen({
  products,
  has,
  onRemove,
}: {
  readonly products: readonly Product[]
  readonly has: ReadonlySet<string>
  onRemove(product: Product): void
}) {
  const { models: said, frame } = useSaidIn('signIn')
  const nameOf = useProductName()
  const chosen = products.filter(({ models }) => models.some(({ aaGuid }) => has.has(aaGuid)))
  if (chosen.length === 0) return <p className="text-soft">{said.noneChosen}</p>
  return (
    <ul aria-label={said.chosen} className="flex flex-wrap gap-2">
      {chosen.map((product) => (
        <li
          key={product.key}
          className="flex items-center gap-1 rounded-full border border-line bg-hover py-1 pr-1 pl-3 text-sm"
        >
          <span>
            {nameOf(product)}
            {isStranger(product) && <code className="ml-2 text-xs break-all">{product.key}</code>}
          </span>
          <button
            type="button"
            aria-label={`${frame.remove}: ${product.name ?? product.key}`}
            className="grid size-6 flex-none place-items-center rounded-full hover:bg-line"
            onClick={() => onRemove(product)}
          >
            <X aria-hidden className="size-4" />
          </button>
        </li>
      ))}
    </ul>
  )
}

interface ProductRowProps {
  readonly product: Product
  readonly has: ReadonlySet<string>
  onSet(on: boolean): void
  onSetOne(aaguid: string, on: boolean): void
}

function ProductRow({ product, has, onSet, onSetOne }: ProductRowProps) {
  const { models: said } = useSaidIn('signIn')
  const id = useId()
  const { models, name } = product
  const [first] = models
  const usage = useUsage(product)
  const nameOf = useProductName()
  const held = models.filter(({ aaGuid }) => has.has(aaGuid)).length
  const some = held > 0 && held < models.length
  if (first === undefined) return null
  return (
    <li className="flex flex-col gap-2 px-4 py-3">
      <div className="flex flex-wrap items-center gap-3">
        <input
          id={id}
          ref={(box) => {
            if (box !== null) box.indeterminate = some
          }}
          type="checkbox"
          checked={held === models.length}
          aria-describedby={`${id}-about`}
          onChange={({ target }) => onSet(target.checked)}
          className="size-5 flex-none accent-accent"
        />
        <ModelIcon model={first} />
        <div className="min-w-36 flex-1">
          <label htmlFor={id} className="font-semibold">
            {nameOf(product)}
          </label>
          <p id={`${id}-about`} className="text-sm break-words text-soft">
            {usage}
            {isStranger(product) && ` · ${first.aaGuid}`}
            {some && ` · ${said.someChosen({ held, all: models.length })}`}
          </p>
        </div>
        <div className="flex flex-wrap gap-2 max-sm:basis-full max-sm:pl-8">
          <ModelBadges product={product} />
        </div>
      </div>
      {models.length > 1 && (
        <details className="ml-8 text-sm">
          <summary className="cursor-pointer text-soft">{said.versions({ count: models.length })}</summary>
          <div className="mt-2 flex flex-col gap-2">
            {models.map(({ aaGuid, displayName, people }) => (
              <CheckboxField
                key={aaGuid}
                label={<span className="font-mono text-xs break-all">{aaGuid}</span>}
                hint={[displayName === name ? undefined : displayName, said.usedBy({ count: people })]
                  .filter(Boolean)
                  .join(' · ')}
                checked={has.has(aaGuid)}
                onCheck={(on) => onSetOne(aaGuid, on)}
              />
            ))}
          </div>
        </details>
      )}
    </li>
  )
}

/** How many people have it. Of several models together it is only known how many at most. */
export function useUsage(product: Product): string {
  const { models: said } = useSaidIn('signIn')
  const count = peopleOf(product)
  const several = product.models.filter(({ people }) => people > 0).length > 1
  return several ? said.usedByUpTo({ count }) : said.usedBy({ count })
}

/** The same choice as text: what is typed here is ticked above, and the other way round. */
function AaguidText({ chosen, onChange }: Pick<ModelPickerProps, 'chosen' | 'onChange'>) {
  const { models: said } = useSaidIn('signIn')
  const [typed, setTyped] = useState<string>()
  const { wrong } = readAaguids(typed ?? '')
  return (
    <details className="rounded-2xl border border-line px-4 py-3">
      <summary className="cursor-pointer font-semibold">{said.asText}</summary>
      <div className="mt-3">
        <TextArea
          label={said.aaguids}
          hint={said.aaguidsHint}
          error={wrong[0] === undefined ? undefined : said.noAaguid({ text: wrong[0].slice(0, 50) })}
          value={typed ?? chosen.join('\n')}
          spellCheck={false}
          onChange={({ target }) => {
            setTyped(target.value)
            onChange(readAaguids(target.value).aaguids)
          }}
          onBlur={() => wrong.length === 0 && setTyped(undefined)}
        />
      </div>
    </details>
  )
}

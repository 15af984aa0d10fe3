import type { Page } from '@latchkey/api'
import { useClient } from '@latchkey/front'
import { useSuspenseQuery } from '@tanstack/react-query'

/** A model of authenticator, as the catalogue lists it. */
export interface Model {
  readonly aaGuid: string
  readonly displayName: string | null
  readonly kind: 'securityKey' | 'platform' | 'provider' | 'latchkey' | 'unknown'
  readonly passkeyType: 'deviceBound' | 'synced' | null
  /** `FIDO_CERTIFIED_L2`. */
  readonly certification: string | null
  /** What the metadata says is wrong with it: `REVOKED`. */
  readonly statuses: readonly string[]
  readonly source: 'metadata' | 'builtIn' | 'ours' | 'nobody'
  readonly people: number
  readonly hasOwnRoot: boolean
  readonly hasIcon: boolean
}

/** Models that people know as one product. */
export interface Product {
  /** Names it among the others. */
  readonly key: string
  /** Absent: nobody has named it. */
  readonly name: string | undefined
  /** At least one. */
  readonly models: readonly Model[]
}

/** One product of ours, whatever it runs on. */
const ours = 'Latchkey Authenticator'

/** No model names itself so: a passkey that does says nothing about its model. */
export const unnamedModel = '00000000-0000-0000-0000-000000000000'

/** Every model, by name. Some hundreds: they are read at once, and searched here. */
export function useModels(): readonly Model[] {
  const client = useClient()
  const { data } = useSuspenseQuery({
    queryKey: ['models'],
    queryFn: ({ signal }) =>
      readAll((link) => (link ? client.next(link, { signal }) : client.get('/latchkey/models', { signal }))),
    staleTime: 60_000,
  })
  return data
}

async function readAll(read: (link?: string) => Promise<Page<Model>>): Promise<readonly Model[]> {
  const all: Model[] = []
  let page = await read()
  for (;;) {
    all.push(...page.value)
    const link = page['@odata.nextLink']
    if (link === undefined) return all
    page = await read(link)
  }
}

/** Put models together as people know them: what has one name is one product. */
export function toProducts(models: readonly Model[]): readonly Product[] {
  const products = new Map<string, Product>()
  for (const model of models) {
    const name = model.kind === 'latchkey' ? ours : (model.displayName ?? undefined)
    const key = name ?? model.aaGuid
    const held = products.get(key)
    products.set(key, { key, name, models: [...(held?.models ?? []), model] })
  }
  return [...products.values()]
}

/** How many people have a model of a product. Somebody who has two of them counts twice. */
export function peopleOf({ models }: Product): number {
  return models.reduce((sum, { people }) => sum + people, 0)
}

/** Whether a product is found by what was typed: a part of its name, or the beginning of an AAGUID. */
export function isFound({ name = '', models }: Product, text: string): boolean {
  const wanted = text.trim().toLowerCase()
  return name.toLowerCase().includes(wanted) || models.some(({ aaGuid }) => aaGuid.startsWith(wanted))
}

/** What was read from a text. */
export interface ReadAaguids {
  readonly aaguids: readonly string[]
  /** What is none. */
  readonly wrong: readonly string[]
}

/** Read AAGUIDs as people write them: with hyphens or without, one below another or beside it. */
export function readAaguids(text: string): ReadAaguids {
  const words = text.toLowerCase().match(/[^\s,;"']+/g) ?? []
  const hex = words.map((word) => word.replaceAll('-', '').replace(/^\{(.*)\}$/, '$1'))
  const isOne = (word: string) => /^[0-9a-f]{32}$/.test(word)
  return {
    aaguids: [...new Set(hex.filter(isOne).map(withHyphens))],
    wrong: words.filter((_, at) => !isOne(hex[at] ?? '')),
  }
}

function withHyphens(hex: string): string {
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

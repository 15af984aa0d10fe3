import type { Client, Page } from '@latchkey/api'

/** Get every page of a list, one after another: for lists that are searched or counted where they are shown. */
export async function getEvery<Item>(
  client: Pick<Client, 'get' | 'next'>,
  path: string,
  { signal }: { readonly signal: AbortSignal },
): Promise<readonly Item[]> {
  const all: Item[] = []
  let page = await client.get<Page<Item>>(path, { signal })
  for (;;) {
    all.push(...page.value)
    const next = page['@odata.nextLink']
    if (next === undefined) return all
    page = await client.next<Page<Item>>(next, { signal })
  }
}

import { expect, test } from 'vitest'
import { getEvery } from './get-every.ts'

test('a list is read to its end, page by page', async () => {
  const pages = new Map<string, object>([
    ['/groups?$top=999', { value: [1, 2], '@odata.nextLink': 'second' }],
    ['second', { value: [3], '@odata.nextLink': 'third' }],
    ['third', { value: [] }],
  ])
  const read = async <T>(path: string): Promise<T> => pages.get(path) as T

  const { signal } = new AbortController()
  expect(await getEvery({ get: read, next: read }, '/groups?$top=999', { signal })).toEqual([1, 2, 3])
})

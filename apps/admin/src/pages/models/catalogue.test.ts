import { describe, expect, test } from 'vitest'
import { isFound, type Model, peopleOf, readAaguids, toProducts } from './catalogue.ts'

const model = (change: Partial<Model>): Model => ({
  aaGuid: '2fc0579f-8113-47ea-b116-bb5a8db9202a',
  displayName: 'Blue key',
  kind: 'securityKey',
  passkeyType: 'deviceBound',
  certification: null,
  statuses: [],
  source: 'metadata',
  people: 2,
  hasOwnRoot: false,
  hasIcon: false,
  ...change,
})

describe('putting models together', () => {
  test('makes one product of what has one name, and one of ours', () => {
    const products = toProducts([
      model({}),
      model({ aaGuid: 'b', people: 3 }),
      model({ aaGuid: 'c', kind: 'latchkey', displayName: 'Latchkey Authenticator for phones' }),
      model({ aaGuid: 'd', kind: 'latchkey', displayName: 'Latchkey Authenticator for browsers' }),
      model({ aaGuid: 'e', displayName: null }),
    ])

    expect(products.map(({ name, models }) => [name, models.length])).toEqual([
      ['Blue key', 2],
      ['Latchkey Authenticator', 2],
      [undefined, 1],
    ])
    expect(products.map(peopleOf)).toEqual([5, 4, 2])
  })

  test('finds them by a part of the name or the beginning of an AAGUID', () => {
    const [product] = toProducts([model({})])
    if (product === undefined) throw new Error('there is no product')

    expect(isFound(product, ' LUE ')).toBe(true)
    expect(isFound(product, '2FC0579F')).toBe(true)
    expect(isFound(product, '8113')).toBe(false)
  })
})

describe('reading AAGUIDs', () => {
  test('takes them as people write them, each once', () => {
    const text = `2FC0579F-8113-47EA-B116-BB5A8DB9202A, "2fc0579f811347eab116bb5a8db9202a"
      {ee882879-721c-4913-9775-3dfcce97072a}`

    expect(readAaguids(text)).toEqual({
      aaguids: ['2fc0579f-8113-47ea-b116-bb5a8db9202a', 'ee882879-721c-4913-9775-3dfcce97072a'],
      wrong: [],
    })
  })

  test('names what is none', () => {
    expect(readAaguids('hello 2fc0579f-8113')).toEqual({ aaguids: [], wrong: ['hello', '2fc0579f-8113'] })
  })
})

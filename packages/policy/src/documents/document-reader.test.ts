import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  boolean,
  enumeration,
  filledText,
  flags,
  guid,
  integer,
  list,
  nullable,
  object,
  optional,
  partial,
  text,
} from './document-reader.ts'
import { DocumentRefusal } from './document-refusal.ts'

const read = object({
  name: filledText(10),
  count: integer(1, 5),
  on: boolean,
  kind: enumeration(['allow', 'block']),
  types: flags(['deviceBound', 'synced']),
  ids: optional(list(guid, 2), []),
  note: nullable(text(5)),
})

const honest = {
  name: 'Keys',
  count: 2,
  on: 'true',
  kind: 'allow',
  types: 'synced, deviceBound',
  ids: ['62E90394-69F5-4237-9190-012177145E10'],
  note: null,
}

describe('reading a document', () => {
  test('takes what scripts send, and keeps one spelling', () => {
    expect(read({ '@odata.type': '#x', 'ids@odata.context': 'y', ...honest }, '')).toEqual({
      ...honest,
      on: true,
      types: 'deviceBound,synced',
      ids: ['62e90394-69f5-4237-9190-012177145e10'],
    })
  })

  test('a missing property is its default, where it has one', () => {
    const { ids: _, ...without } = honest
    expect(read(without, '').ids).toEqual([])
  })

  test.each([
    ['an unknown property', { colour: 'red' }, 'colour'],
    ['a number for a text', { name: 1 }, 'name'],
    ['an empty text', { name: '  ' }, 'name'],
    ['a long text', { name: 'a'.repeat(11) }, 'name'],
    ['a number out of bounds', { count: 6 }, 'count'],
    ['a fraction', { count: 1.5 }, 'count'],
    ['a boolean that is none', { on: 'yes' }, 'on'],
    ['an unknown word', { kind: 'Allow' }, 'kind'],
    ['an unknown flag', { types: 'synced,other' }, 'types'],
    ['no list', { ids: {} }, 'ids'],
    ['a list that is too long', { ids: [honest.ids[0], honest.ids[0], honest.ids[0]] }, 'ids'],
    ['no GUID in a list', { ids: ['x'] }, 'ids[0]'],
    ['a missing property', { name: undefined }, 'name'],
  ])('refuses %s by its place', (_, change, path) => {
    const refusal = catchRefusal(() => read({ ...honest, ...change }, ''))
    expect(refusal).toMatchObject({ code: 'document_invalid', path })
  })

  test('a change reads only what is there', () => {
    const change = partial({ name: filledText(), on: boolean })
    expect(change({ on: 'False' }, 'settings')).toEqual({ on: false })
    expect(catchRefusal(() => change({ off: true }, 'settings'))).toMatchObject({ path: 'settings.off' })
  })

  test('arbitrary JSON is read or refused, and nothing else', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        try {
          read(value, '')
        } catch (refusal) {
          expect(refusal).toBeInstanceOf(DocumentRefusal)
        }
      }),
    )
  })
})

function catchRefusal(act: () => unknown): unknown {
  try {
    return act()
  } catch (refusal) {
    return refusal
  }
}

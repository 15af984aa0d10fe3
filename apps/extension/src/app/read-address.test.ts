import { expect, test } from 'vitest'
import { readAddress } from './read-address.ts'

test.each([
  ['login.example.org', 'https://login.example.org'],
  [' https://login.example.org/some/path?x ', 'https://login.example.org'],
  ['login.example.org:8443', 'https://login.example.org:8443'],
  ['localhost:3000', 'http://localhost:3000'],
  ['http://localhost:3000/', 'http://localhost:3000'],
])('reads %s', (typed, origin) => {
  expect(readAddress(typed)).toBe(origin)
})

test.each([
  '',
  'login',
  'http://login.example.org',
  'ftp://example.org',
  'https://ada@example.org',
  'a b.example',
  'javascript:1',
])('refuses “%s”', (typed) => {
  expect(readAddress(typed)).toBeUndefined()
})

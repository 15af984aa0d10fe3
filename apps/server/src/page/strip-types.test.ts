import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { stripTypes } from './strip-types.ts'

const typed = 'const one: number = 1\n'
const stripped = 'const one         = 1\n'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-scripts-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('stripping the types of a script', () => {
  test('is done once: then what was kept is taken', () => {
    expect(stripTypes(typed, folder)).toBe(stripped)
    const [name = '', ...others] = readdirSync(folder)
    expect(others).toEqual([])
    writeFileSync(join(folder, name), 'kept')

    expect(stripTypes(typed, folder)).toBe('kept')
  })

  test('is done anew for a text that changed', () => {
    stripTypes(typed, folder)

    expect(stripTypes('const two: number = 2\n', folder)).toBe('const two         = 2\n')
    expect(readdirSync(folder)).toHaveLength(2)
  })

  test('works where nothing can be kept', () => {
    expect(stripTypes(typed, join(folder, 'missing'))).toBe(stripped)
    expect(stripTypes(typed)).toBe(stripped)
  })
})

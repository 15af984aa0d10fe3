import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { nodeHttp } from './node-http.ts'

const room = join(import.meta.dirname, '..')
const isTest = /(^|\/)test-|\.(test|fixture)\.ts$/
const importOfValues = /^import (?!type\b)[^']+ from '(node:)?http'$/gm

test('nothing but types is imported of http, which would load far more than it', () => {
  const files = globSync('**/*.ts', { cwd: room }).filter((file) => !isTest.test(file))
  const imports = files.flatMap((file) =>
    [...readFileSync(join(room, file), 'utf8').matchAll(importOfValues)].map(([line]) => `${file}: ${line}`),
  )

  expect(files.length).toBeGreaterThan(300)
  expect(imports).toEqual([])
  expect(nodeHttp.STATUS_CODES[418]).toBe("I'm a Teapot")
})

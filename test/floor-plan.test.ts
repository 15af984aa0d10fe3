import { globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'

/** The house from the ground up. A room may depend on rooms of lower floors, never on its own. */
const floors: readonly (readonly string[])[] = [
  ['encoding', 'policy', 'words', 'api', 'ui', 'testing'],
  ['front', 'guidance', 'webauthn', 'ctap'],
  ['identity', 'keeper'],
  ['rollout'],
  ['store'],
  ['server', 'security-info', 'admin', 'authenticator', 'extension', 'phone-agent', 'sample-app'],
]

/** Rooms that read no clock, no randomness, no environment and no network. Those marked may use Node's cryptography. */
const pure: Readonly<Record<string, readonly string[]>> = {
  encoding: [],
  policy: [],
  words: [],
  guidance: [],
  ctap: [],
  webauthn: ['node:crypto'],
}

const root = join(import.meta.dirname, '..')
const rooms = globSync('{packages,apps}/*/package.json', { cwd: root }).map(dirname)

interface Manifest {
  readonly name: string
  readonly exports: Readonly<Record<string, string>>
  readonly dependencies?: Readonly<Record<string, string>>
}

const floorOf = (room: string) => floors.findIndex((floor) => floor.includes(room))

function manifestOf(room: string): Manifest {
  return JSON.parse(readFileSync(join(root, room, 'package.json'), 'utf8'))
}

/** What the files of a room import, and from where. Comments are not looked through: none of ours begins so. */
function importsOf(room: string, kind: 'production' | 'every'): readonly { file: string; from: string }[] {
  return globSync('src/**/*.{ts,tsx}', { cwd: join(root, room) })
    .filter((file) => kind === 'every' || !/\.(test|fixture)\.tsx?$/.test(file))
    .flatMap((file) => {
      const text = readFileSync(join(root, room, file), 'utf8')
      return [...text.matchAll(/^\s*(?:import|export|\} from)\b[^'"\n]*['"]([^'"]+)['"]/gm)].map((match) => ({
        file: join(room, file),
        from: match[1] ?? '',
      }))
    })
}

describe('the floor plan', () => {
  test('has found the rooms', () => {
    expect(rooms.length).toBeGreaterThan(6)
  })

  test.each(rooms)('%s stands on lower floors', (room) => {
    const { name, dependencies = {} } = manifestOf(room)
    const floor = floorOf(basename(room))
    const below = Object.keys(dependencies)
      .filter((dependency) => dependency.startsWith('@latchkey/'))
      .map((dependency) => dependency.slice('@latchkey/'.length))

    expect(name).toBe(`@latchkey/${basename(room)}`)
    expect(floor, `${room} is on the plan`).toBeGreaterThanOrEqual(0)
    expect(below.filter((dependency) => floorOf(dependency) === -1 || floorOf(dependency) >= floor)).toEqual(
      [],
    )
  })

  test.each(rooms)('%s is entered by its doors alone', (room) => {
    const strays = importsOf(room, 'every').filter(({ file, from }) =>
      from.startsWith('.')
        ? !join(dirname(file), from).startsWith(`${room}/`)
        : /^@latchkey\/[\w-]+\/src/.test(from),
    )

    expect(strays).toEqual([])
  })

  test.each(rooms.filter((room) => basename(room) in pure))('%s is pure', (room) => {
    const allowed = pure[basename(room)] ?? []
    const impure = importsOf(room, 'production').filter(
      ({ from }) => from.startsWith('node:') && !allowed.includes(from),
    )

    expect(impure).toEqual([])
  })

  test.each(rooms.filter((room) => basename(room) in pure))('%s reads no clock and no chance', (room) => {
    const files = globSync('src/**/*.{ts,tsx}', { cwd: join(root, room) }).filter(
      (file) => !file.endsWith('.test.ts'),
    )
    const impure = files.filter((file) =>
      /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\brandomBytes\(|\bprocess\.env\b|\bfetch\(/.test(
        readFileSync(join(root, room, file), 'utf8'),
      ),
    )

    expect(impure).toEqual([])
  })

  test('Kysely and PostgreSQL are known to the store alone', () => {
    const others = rooms.filter((room) => basename(room) !== 'store')
    const strays = others
      .flatMap((room) => importsOf(room, 'production'))
      .filter(({ from }) => /^(kysely|pg)(\/|$)/.test(from))

    expect(strays).toEqual([])
  })

  test('the two halves of the handshake do not know each other', () => {
    const strays = rooms
      .filter((room) => ['webauthn', 'ctap'].includes(basename(room)))
      .flatMap((room) => importsOf(room, 'production'))
      .filter(({ from }) => /^@latchkey\/(webauthn|ctap)$/.test(from))

    expect(strays).toEqual([])
  })
})

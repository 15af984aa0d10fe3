import { DocumentRefusal } from './document-refusal.ts'

/**
 * Reads a value of a document that came as JSON, or refuses it by the place where it stands.
 *
 * @throws DocumentRefusal
 */
export type Read<T> = (value: unknown, path: string) => T

/** The readers of an object's properties. */
export type Shape<T> = { readonly [K in keyof T]: Read<T[K]> }

const guidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** A text of at most `longest` characters. */
export function text(longest = 1024): Read<string> {
  return (value, path) => {
    if (typeof value !== 'string') throw new DocumentRefusal(path, 'must be a string')
    if (value.length > longest) throw new DocumentRefusal(path, `must be at most ${longest} characters long`)
    return value
  }
}

/** A text of one character at least, blanks not counted. */
export function filledText(longest = 1024): Read<string> {
  return (value, path) => {
    const read = text(longest)(value, path)
    if (read.trim() === '') throw new DocumentRefusal(path, 'must not be empty')
    return read
  }
}

/** True or false. Scripts send `"true"` as often as `true`: both are taken, and a boolean is kept. */
export const boolean: Read<boolean> = (value, path) => {
  if (typeof value === 'boolean') return value
  if (typeof value === 'string' && /^(true|false)$/i.test(value)) return value.toLowerCase() === 'true'
  throw new DocumentRefusal(path, 'must be true or false')
}

/** A whole number within bounds, both included. */
export function integer(least: number, most: number): Read<number> {
  return (value, path) => {
    if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value
    throw new DocumentRefusal(path, `must be a whole number from ${least} to ${most}`)
  }
}

/** A GUID; kept in lower case. */
export const guid: Read<string> = (value, path) => {
  if (typeof value === 'string' && guidPattern.test(value)) return value.toLowerCase()
  throw new DocumentRefusal(path, 'must be a GUID')
}

/** One of some words, as they are spelt. */
export function enumeration<const T extends string>(words: readonly T[]): Read<T> {
  return (value, path) => {
    const found = words.find((word) => word === value)
    if (found !== undefined) return found
    throw new DocumentRefusal(path, `must be one of ${words.join(', ')}`)
  }
}

/** One or more of some words, joined by commas; kept without blanks, each once, in the order of `words`. */
export function flags<const T extends string>(words: readonly T[]): Read<string> {
  return (value, path) => {
    if (typeof value !== 'string') throw new DocumentRefusal(path, 'must be words joined by commas')
    const given = value.split(',').map((word) => word.trim())
    const one = enumeration(words)
    for (const word of given) one(word, path)
    return words.filter((word) => given.includes(word)).join(',')
  }
}

/** Any number of values, up to `most`. */
export function list<T>(read: Read<T>, most = 1000): Read<readonly T[]> {
  return (value, path) => {
    if (!Array.isArray(value)) throw new DocumentRefusal(path, 'must be a list')
    if (value.length > most) throw new DocumentRefusal(path, `must have at most ${most} entries`)
    return value.map((entry: unknown, index) => read(entry, `${path}[${index}]`))
  }
}

/** A value, or `null`. */
export function nullable<T>(read: Read<T>): Read<T | null> {
  return (value, path) => (value === null ? null : read(value, path))
}

/** A property that may be missing: then it is `fallback`. */
export function optional<T>(read: Read<T>, fallback: T): Read<T> {
  return (value, path) => (value === undefined ? fallback : read(value, path))
}

/**
 * An object with exactly these properties. One it does not have is refused by name, so that nobody believes a setting
 * that does nothing; annotations (`@odata.type`, `includeTargets@odata.context`) are passed over.
 */
export function object<T extends object>(shape: Shape<T>): Read<T> {
  return (value, path) => {
    const given = asRecord(value, path)
    refuseUnknown(given, Object.keys(shape), path)
    const read: Partial<T> = {}
    for (const key of keysOf(shape)) {
      const property = shape[key](given[String(key)], joinPath(path, String(key)))
      if (property !== undefined) read[key] = property
    }
    // Every property of the shape was read, or its reader has thrown.
    return read as T
  }
}

/** The properties of an object that are there, read; for a change of a few (`PATCH`). Unknown ones are refused by name. */
export function partial<T extends object>(shape: Shape<T>): Read<Partial<T>> {
  return (value, path) => {
    const given = asRecord(value, path)
    refuseUnknown(given, Object.keys(shape), path)
    const read: Partial<T> = {}
    for (const key of keysOf(shape)) {
      const property = given[String(key)]
      if (property !== undefined) read[key] = shape[key](property, joinPath(path, String(key)))
    }
    return read
  }
}

/** An object as JSON has it, whatever is in it. @throws DocumentRefusal */
export function asRecord(value: unknown, path: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new DocumentRefusal(path, 'must be an object')
  }
  return Object.fromEntries(Object.entries(value))
}

/** The path of a property of what stands at `path`. */
export function joinPath(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`
}

function refuseUnknown(given: object, known: readonly string[], path: string): void {
  for (const key of Object.keys(given)) {
    if (key.includes('@') || known.includes(key)) continue
    throw new DocumentRefusal(joinPath(path, key), 'is not a property here')
  }
}

function keysOf<T extends object>(shape: Shape<T>): readonly (keyof T)[] {
  return Object.keys(shape) as (keyof T)[]
}

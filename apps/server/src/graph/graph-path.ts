import { GraphRefusal } from './graph-refusal.ts'

/** A step of a path: a segment that may be a name or a key, what can only be a key, or a function. */
export type PathStep =
  | { readonly kind: 'segment'; readonly text: string }
  | { readonly kind: 'key'; readonly text: string }
  | { readonly kind: 'function'; readonly name: string; readonly parameters: ReadonlyMap<string, string> }

/** How many steps a path may have. */
const mostSteps = 20

/**
 * Read a path without its version: `/users('a@b.example')/memberOf` is `/users/a@b.example/memberOf`.
 *
 * @throws GraphRefusal `BadRequest`
 */
export function readPathSteps(path: string): readonly PathStep[] {
  const steps = path
    .split('/')
    .filter((part) => part !== '')
    .flatMap(readPart)
  if (steps.length > mostSteps) throw new GraphRefusal('BadRequest', 'The path is too long.')
  return steps
}

/** The parts of a route's path: names, `{keys}` and functions. */
export type RouteStep =
  | { readonly kind: 'name'; readonly text: string }
  | { readonly kind: 'key'; readonly name: string }

/** Read the path of a route. A function becomes a name that lists its parameters, and its keys. */
export function readRoutePath(path: string): {
  readonly steps: readonly RouteStep[]
  /** Which key a parameter of a function fills, by the function's name. */
  readonly parameters: ReadonlyMap<string, ReadonlyMap<string, string>>
} {
  const parameters = new Map<string, ReadonlyMap<string, string>>()
  const steps = path
    .split('/')
    .filter((part) => part !== '')
    .map((part): RouteStep => {
      const key = /^\{(\w+)\}$/.exec(part)?.[1]
      if (key !== undefined) return { kind: 'key', name: key }
      const [, name = '', list] = /^([\w$.]+)(?:\((.*)\))?$/.exec(part) ?? []
      if (list === undefined) return { kind: 'name', text: part.toLowerCase() }
      const named = new Map(
        list.split(',').map((each) => {
          const [parameter = '', held = ''] = each.split('=')
          return [parameter.trim().toLowerCase(), held.trim().slice(1, -1)] as const
        }),
      )
      const text = nameOfFunction(name, named.keys())
      parameters.set(text, named)
      return { kind: 'name', text }
    })
  return { steps, parameters }
}

/** What a function is called among the segments of its level: `name(a,b)`, in lower case. */
export function nameOfFunction(name: string, parameters: Iterable<string>): string {
  return `${name.toLowerCase()}(${[...parameters]
    .map((each) => each.toLowerCase())
    .toSorted()
    .join(',')})`
}

function readPart(written: string): readonly PathStep[] {
  const part = decode(written)
  const [, name, inside] = /^([\w$.]+)\((.*)\)$/.exec(part) ?? []
  if (name === undefined || inside === undefined) return [{ kind: 'segment', text: part }]
  if (inside === '') return [{ kind: 'segment', text: name }]
  const segment: PathStep = { kind: 'segment', text: name }
  const single = /^'((?:[^']|'')*)'$/.exec(inside)?.[1]
  if (single !== undefined) return [segment, { kind: 'key', text: single.replaceAll("''", "'") }]
  if (!inside.includes('=')) return [segment, { kind: 'key', text: inside }]
  return [{ kind: 'function', name, parameters: readParameters(inside) }]
}

/** `a='x',b=1`: a text may contain commas and equals signs. */
function readParameters(inside: string): ReadonlyMap<string, string> {
  const parameters = new Map<string, string>()
  const pattern = /\s*(\w+)\s*=\s*(?:'((?:[^']|'')*)'|([^',]*))\s*(?:,|$)/y
  while (pattern.lastIndex < inside.length) {
    const [, name, text, plain] = pattern.exec(inside) ?? []
    if (name === undefined || parameters.has(name.toLowerCase())) {
      throw new GraphRefusal('BadRequest', `The parameters '${inside.slice(0, 100)}' cannot be read.`)
    }
    parameters.set(name.toLowerCase(), text?.replaceAll("''", "'") ?? plain?.trim() ?? '')
  }
  return parameters
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch (cause) {
    throw new GraphRefusal('BadRequest', 'The path is not properly encoded.', { cause })
  }
}

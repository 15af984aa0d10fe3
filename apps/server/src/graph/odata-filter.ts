import { GraphRefusal } from './graph-refusal.ts'
import { type FilterToken, readFilterTokens } from './odata-filter-tokens.ts'

/** A value in a filter. A date has no quotes; a GUID with or without them is text. */
export type ODataLiteral = string | number | boolean | null | Date

export type ODataComparison = 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le'

/** What `$filter` says. Property names are as they came, a path with slashes; whoever evaluates ignores their case. */
export type ODataFilter =
  | { readonly kind: 'and' | 'or'; readonly left: ODataFilter; readonly right: ODataFilter }
  | { readonly kind: 'not'; readonly of: ODataFilter }
  | {
      readonly kind: 'compare'
      readonly operator: ODataComparison
      readonly property: string
      readonly value: ODataLiteral
    }
  | { readonly kind: 'in'; readonly property: string; readonly values: readonly ODataLiteral[] }
  | {
      readonly kind: 'call'
      readonly name: 'startswith' | 'endswith' | 'contains'
      readonly property: string
      readonly value: string
    }
  | {
      readonly kind: 'any'
      readonly property: string
      /** Inside `of`, a property begins with it: `x` or `x/id`. */
      readonly variable: string
      readonly of: ODataFilter
    }

/** How deep a filter may nest, and how long it may be. */
const deepest = 20
const longest = 4000

/**
 * Read `$filter`: `eq ne gt ge lt le in`, `and or not`, parentheses, `startsWith endsWith contains`, `any(x:…)`.
 *
 * @throws GraphRefusal `Request_UnsupportedQuery`
 * @see https://docs.oasis-open.org/odata/odata/v4.01/odata-v4.01-part2-url-conventions.html#sec_SystemQueryOptionfilter
 */
export function readFilter(text: string): ODataFilter {
  if (text.length > longest) throw unsupported('the filter is too long')
  const reader = new FilterReader(readFilterTokens(text))
  const filter = reader.readOr(0)
  reader.expectEnd()
  return filter
}

const calls = new Set(['startswith', 'endswith', 'contains'])

function isCall(name: string): name is 'startswith' | 'endswith' | 'contains' {
  return calls.has(name)
}

function isComparison(name: string): name is ODataComparison {
  return /^(eq|ne|gt|ge|lt|le)$/.test(name)
}

/** Walks the tokens, one method per level of precedence. */
class FilterReader {
  readonly #tokens: readonly FilterToken[]
  #next = 0

  constructor(tokens: readonly FilterToken[]) {
    this.#tokens = tokens
  }

  readOr(depth: number): ODataFilter {
    let left = this.#readAnd(depth)
    while (this.#takeWord('or')) left = { kind: 'or', left, right: this.#readAnd(depth) }
    return left
  }

  expectEnd(): void {
    const token = this.#tokens[this.#next]
    if (token !== undefined) throw unsupported(`'${token.text}' is not expected there`)
  }

  #readAnd(depth: number): ODataFilter {
    let left = this.#readNot(depth)
    while (this.#takeWord('and')) left = { kind: 'and', left, right: this.#readNot(depth) }
    return left
  }

  #readNot(depth: number): ODataFilter {
    if (depth > deepest) throw unsupported('the filter nests too deeply')
    if (this.#takeWord('not')) return { kind: 'not', of: this.#readNot(depth + 1) }
    if (!this.#take('(')) return this.#readCondition(depth)
    const inside = this.readOr(depth + 1)
    this.#expect(')')
    return inside
  }

  #readCondition(depth: number): ODataFilter {
    const property = this.#readWord()
    const name = property.toLowerCase()
    if (this.#take('(')) {
      if (isCall(name)) return this.#readCall(name)
      if (name.endsWith('/any')) return this.#readAny(property.slice(0, -'/any'.length), depth)
      throw unsupported(`the function '${property}' is not supported`)
    }
    const operator = this.#readWord().toLowerCase()
    if (operator === 'in') return { kind: 'in', property, values: this.#readList() }
    if (!isComparison(operator)) throw unsupported(`the operator '${operator}' is not supported`)
    return { kind: 'compare', operator, property, value: this.#readLiteral() }
  }

  #readCall(name: 'startswith' | 'endswith' | 'contains'): ODataFilter {
    const property = this.#readWord()
    this.#expect(',')
    const value = this.#readLiteral()
    if (typeof value !== 'string') throw unsupported(`'${name}' wants a text`)
    this.#expect(')')
    const call: ODataFilter = { kind: 'call', name, property, value }
    // Clients write `startswith(displayName,'a') eq true` too.
    if (!this.#takeWord('eq')) return call
    const wanted = this.#readLiteral()
    if (typeof wanted !== 'boolean') throw unsupported(`'${name}' is true or false`)
    return wanted ? call : { kind: 'not', of: call }
  }

  #readAny(property: string, depth: number): ODataFilter {
    const variable = this.#readWord()
    this.#expect(':')
    const of = this.readOr(depth + 1)
    this.#expect(')')
    return { kind: 'any', property, variable, of }
  }

  #readList(): readonly ODataLiteral[] {
    this.#expect('(')
    const values = [this.#readLiteral()]
    while (this.#take(',')) values.push(this.#readLiteral())
    this.#expect(')')
    return values
  }

  #readLiteral(): ODataLiteral {
    const token = this.#tokens[this.#next++]
    if (token?.kind === 'literal') return token.value
    throw unsupported(`a value is expected before '${token?.text ?? 'the end'}'`)
  }

  #readWord(): string {
    const token = this.#tokens[this.#next++]
    if (token?.kind === 'word') return token.text
    throw unsupported(`a property is expected before '${token?.text ?? 'the end'}'`)
  }

  #takeWord(word: string): boolean {
    const token = this.#tokens[this.#next]
    return this.#advanceIf(token?.kind === 'word' && token.text.toLowerCase() === word)
  }

  #take(mark: string): boolean {
    const token = this.#tokens[this.#next]
    return this.#advanceIf(token?.kind === 'mark' && token.text === mark)
  }

  #expect(mark: string): void {
    if (!this.#take(mark)) throw unsupported(`'${mark}' is missing`)
  }

  #advanceIf(found: boolean): boolean {
    if (found) this.#next++
    return found
  }
}

function unsupported(why: string): GraphRefusal {
  return new GraphRefusal('Request_UnsupportedQuery', `Invalid filter clause: ${why}.`)
}

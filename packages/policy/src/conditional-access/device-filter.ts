import { type DeviceValues, deviceProperties } from './device-facts.ts'
import { type Comparison, compareOperators, type DeviceFilter, type Operator } from './device-filter-rule.ts'

/**
 * Read the rule of a device filter: comparisons such as `device.model -startsWith "Pixel"`, joined by `-and` and `-or`
 * (with or without the hyphen; *and* binds closer), turned round by `-not`, grouped by parentheses. Small and capital
 * letters are the same everywhere.
 *
 *     expression   = term { or term }
 *     term         = factor { and factor }
 *     factor       = not factor | ( expression ) | comparison
 *     comparison   = device.property operator value
 *     value        = "text" | 'text' | [ "text" , … ] | true | false
 *
 * @throws SyntaxError that says what was met and where, for anything else, an unknown property or operator among it
 */
export function readDeviceFilter(rule: string): DeviceFilter {
  if (rule.length > longestRule) throw new SyntaxError(`longer than ${longestRule} characters`)
  const tokens = new Tokens(rule)
  const filter = readExpression(tokens)
  tokens.end()
  return filter
}

/**
 * Whether a device is one that the filter speaks of.
 *
 * A filter that *includes* takes a property that is not known as different from everything: `-ne` holds of it, `-eq`
 * does not, so that a rule for whatever is not compliant finds a device of which nothing is known. A filter that
 * *excludes* takes out only what is known for certain. Either way a device that says nothing is treated strictly.
 */
export function matchesDevice(
  filter: DeviceFilter,
  values: DeviceValues,
  mode: 'include' | 'exclude',
): boolean {
  const verdict = evaluate(filter, (comparison) => {
    const value = values.get(comparison.property)
    if (value === undefined) return mode === 'include' ? comparison.negated : undefined
    return compare(value, comparison) !== comparison.negated
  })
  return verdict === true
}

/** Three answers: yes, no, and `undefined` for what cannot be known. */
function evaluate(
  filter: DeviceFilter,
  decide: (comparison: Comparison) => boolean | undefined,
): boolean | undefined {
  if (filter.kind === 'comparison') return decide(filter)
  if (filter.kind === 'not') {
    const inner = evaluate(filter.of, decide)
    return inner === undefined ? undefined : !inner
  }
  const answers = filter.of.map((each) => evaluate(each, decide))
  const decisive = filter.kind === 'or'
  if (answers.includes(decisive)) return decisive
  return answers.includes(undefined) ? undefined : !decisive
}

function compare(value: string | boolean | readonly string[], comparison: Comparison): boolean {
  const test = compareOperators[comparison.operator]
  const texts = (typeof value === 'object' ? value : [String(value)]).map((each) => each.toLowerCase())
  return texts.some((text) => comparison.values.some((each) => test(text, each)))
}

const longestRule = 3072

/** How deep a rule may nest. */
const deepest = 50

function readExpression(tokens: Tokens, depth = 0): DeviceFilter {
  const of = [readTerm(tokens, depth)]
  while (tokens.takeWord('or')) of.push(readTerm(tokens, depth))
  return of.length === 1 && of[0] !== undefined ? of[0] : { kind: 'or', of }
}

function readTerm(tokens: Tokens, depth: number): DeviceFilter {
  const of = [readFactor(tokens, depth)]
  while (tokens.takeWord('and')) of.push(readFactor(tokens, depth))
  return of.length === 1 && of[0] !== undefined ? of[0] : { kind: 'and', of }
}

function readFactor(tokens: Tokens, depth: number): DeviceFilter {
  if (depth > deepest) throw new SyntaxError('nests too deeply')
  if (tokens.takeWord('not')) return { kind: 'not', of: readFactor(tokens, depth + 1) }
  if (!tokens.takeSign('(')) return readComparison(tokens)
  const inner = readExpression(tokens, depth + 1)
  if (!tokens.takeSign(')')) throw tokens.unexpected('")"')
  return inner
}

function readComparison(tokens: Tokens): Comparison {
  const property = tokens.takeProperty()
  const kind = deviceProperties.get(property)
  if (kind === undefined) throw tokens.unexpected('a property of devices')
  const { operator, negated, list } = tokens.takeOperator()
  if (kind === 'boolean' && (operator !== 'eq' || list)) throw tokens.unexpected('-eq or -ne')
  const values = list ? tokens.takeList() : [tokens.takeValue()]
  if (kind === 'boolean' && !['true', 'false'].includes(values[0] ?? ''))
    throw tokens.unexpected('true or false')
  return { kind: 'comparison', property, operator, negated, values }
}

const operators: Readonly<Record<string, { operator: Operator; negated: boolean; list: boolean }>> = {
  '-eq': { operator: 'eq', negated: false, list: false },
  '-ne': { operator: 'eq', negated: true, list: false },
  '-in': { operator: 'eq', negated: false, list: true },
  '-notin': { operator: 'eq', negated: true, list: true },
  '-contains': { operator: 'contains', negated: false, list: false },
  '-notcontains': { operator: 'contains', negated: true, list: false },
  '-startswith': { operator: 'startsWith', negated: false, list: false },
  '-notstartswith': { operator: 'startsWith', negated: true, list: false },
  '-endswith': { operator: 'endsWith', negated: false, list: false },
  '-notendswith': { operator: 'endsWith', negated: true, list: false },
}

/** The rule, cut into signs, quoted texts and words; nothing is skipped but white space. */
class Tokens {
  readonly #tokens: readonly string[]
  #at = 0

  constructor(rule: string) {
    const tokens = rule.match(/\s+|[()[\],]|"[^"]*"|'[^']*'|[^\s()[\],"']+|["']/g) ?? []
    this.#tokens = tokens.filter((token) => token.trim() !== '')
  }

  end(): void {
    if (this.#at < this.#tokens.length) throw this.unexpected('the end, "and" or "or"')
  }

  takeSign(sign: string): boolean {
    if (this.#tokens[this.#at] !== sign) return false
    this.#at++
    return true
  }

  takeWord(word: 'and' | 'or' | 'not'): boolean {
    const token = this.#tokens[this.#at]?.toLowerCase()
    return token === word || token === `-${word}` ? this.takeSign(this.#tokens[this.#at] ?? '') : false
  }

  takeProperty(): string {
    const token = this.#tokens[this.#at]?.toLowerCase()
    const name = token?.startsWith('device.') ? token.slice('device.'.length) : undefined
    if (name === undefined || !deviceProperties.has(name)) throw this.unexpected('a property of devices')
    this.#at++
    return name
  }

  takeOperator() {
    const token = this.#tokens[this.#at]?.toLowerCase() ?? ''
    const operator = Object.hasOwn(operators, token) ? operators[token] : undefined
    if (operator === undefined) throw this.unexpected('an operator')
    this.#at++
    return operator
  }

  takeValue(): string {
    const token = this.#tokens[this.#at] ?? ''
    const quoted = /^(["'])(.*)\1$/s.exec(token)?.[2]
    const value = quoted ?? (/^(true|false)$/i.test(token) ? token : undefined)
    if (value === undefined) throw this.unexpected('a value')
    this.#at++
    return value.toLowerCase()
  }

  takeList(): readonly string[] {
    if (!this.takeSign('[')) throw this.unexpected('"["')
    const values = [this.takeValue()]
    while (this.takeSign(',')) values.push(this.takeValue())
    if (!this.takeSign(']')) throw this.unexpected('"]"')
    return values
  }

  unexpected(wanted: string): SyntaxError {
    const met = this.#tokens[this.#at]
    return new SyntaxError(`expected ${wanted}, met ${met === undefined ? 'the end' : met}`)
  }
}

/** Rules as they are sent to be taken over. */
export type Exported = Readonly<Record<string, unknown>>

/** The parts there are, by the word in the address that they are read from, as an export repeats it. */
const parts = [
  ['authenticationMethodsPolicy', /authenticationMethodsPolicy/i],
  ['authenticationStrengthPolicies', /authenticationStrength(Policies|\/policies)/i],
  ['namedLocations', /namedLocations/i],
  ['authenticationContextClassReferences', /authenticationContextClassReferences/i],
  ['conditionalAccessPolicies', /conditionalAccess\/policies|conditionalAccessPolicies/i],
] as const

/**
 * Read a file of rules: one with all the parts by name, or one answer of the API with the list of one of them.
 *
 * @returns `undefined` if nothing in it is a rule
 */
export function readExported(text: string): Exported | undefined {
  const read = parse(text)
  if (typeof read !== 'object' || read === null) return undefined
  const entries = Object.entries(read)
  const named = entries.filter(([name]) => parts.some(([part]) => part === name))
  if (named.length > 0) return Object.fromEntries(named)
  const context = entries.find(([name]) => name === '@odata.context')?.[1]
  if (typeof context === 'string') {
    const part = parts.find(([, mark]) => mark.test(context))
    if (part !== undefined) return { [part[0]]: read }
  }
  if ('authenticationMethodConfigurations' in read) return { authenticationMethodsPolicy: read }
  const list = Array.isArray(read) ? read : entries.find(([name]) => name === 'value')?.[1]
  if (!Array.isArray(list) || list.length === 0) return undefined
  const part = partOf(list[0])
  return part === undefined ? undefined : { [part]: list }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What the first of a list is, by what is in it. */
function partOf(first: unknown): (typeof parts)[number][0] | undefined {
  if (typeof first !== 'object' || first === null) return undefined
  if ('conditions' in first) return 'conditionalAccessPolicies'
  if ('allowedCombinations' in first) return 'authenticationStrengthPolicies'
  if ('ipRanges' in first || 'countriesAndRegions' in first) return 'namedLocations'
  return 'isAvailable' in first ? 'authenticationContextClassReferences' : undefined
}

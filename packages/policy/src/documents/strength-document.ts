import { combinationNames, findCombination, gradeOf } from '../strengths/authentication-modes.ts'
import { strengthIdOf } from '../strengths/built-in-strengths.ts'
import { filledText, guid, list, object, optional, partial, type Read, text } from './document-reader.ts'
import { DocumentRefusal } from './document-refusal.ts'

/** Which passkeys a combination takes. */
export interface CombinationConfigurationDocument {
  readonly id: string
  readonly appliesToCombinations: readonly string[]
  /** Models: only a model that an attestation has proven counts. */
  readonly allowedAAGUIDs: readonly string[]
}

/** An authentication strength, as the API speaks of it. */
export interface StrengthDocument {
  readonly id: string
  /** ISO 8601. */
  readonly createdDateTime: string
  readonly modifiedDateTime: string
  readonly displayName: string
  readonly description: string
  readonly policyType: 'builtIn' | 'custom'
  /** Whether each combination by itself is multi-factor authentication. */
  readonly requirementsSatisfied: 'none' | 'mfa'
  /** Each is one mode, or two joined by a comma. */
  readonly allowedCombinations: readonly string[]
  readonly combinationConfigurations: readonly CombinationConfigurationDocument[]
}

/** What the server gives a document, and a body does not. `at` is ISO 8601. */
export interface StrengthStamp {
  readonly id: string
  readonly at: string
}

const combination: Read<string> = (value, path) => {
  const found = findCombination(text(200)(value, path))
  if (found === undefined) throw new DocumentRefusal(path, 'is not a combination of methods there is')
  return found
}

const combinations: Read<readonly string[]> = (value, path) => {
  const read = list(combination, combinationNames.length)(value, path)
  if (read.length === 0) throw new DocumentRefusal(path, 'must name at least one combination')
  if (new Set(read).size < read.length) throw new DocumentRefusal(path, 'names a combination twice')
  return combinationNames.filter((name) => read.includes(name))
}

const configuration = object({
  id: optional(text(64), ''),
  appliesToCombinations: list(combination, 1),
  allowedAAGUIDs: list(guid, 1000),
})

const newStrength = object({
  displayName: filledText(30),
  description: optional(text(100), ''),
  policyType: optional(text(10), 'custom'),
  requirementsSatisfied: optional(text(10), ''),
  allowedCombinations: combinations,
  combinationConfigurations: optional(list(configuration, 1), []),
  id: optional(text(64), ''),
  createdDateTime: optional(text(64), ''),
  modifiedDateTime: optional(text(64), ''),
})

const strengthChange = partial({ displayName: filledText(30), description: text(100) })

/**
 * Read a new custom strength. What the server gives (id, times, whether it is multi-factor) is passed over.
 *
 * @throws DocumentRefusal also for the id of a built-in one: rules that name that would mean something else
 */
export function readStrength(body: unknown, { id, at }: StrengthStamp): StrengthDocument {
  if (Object.values(strengthIdOf).includes(id.toLowerCase())) {
    throw new DocumentRefusal('id', 'is that of a built-in strength')
  }
  const read = newStrength(body, '')
  return finish({
    id,
    createdDateTime: at,
    modifiedDateTime: at,
    displayName: read.displayName,
    description: read.description,
    policyType: 'custom',
    allowedCombinations: read.allowedCombinations,
    // There is at most one: of all combinations only `fido2` can be narrowed.
    combinationConfigurations: read.combinationConfigurations.map((each) => ({ ...each, id })),
  })
}

/** Change name and description. @throws DocumentRefusal also for a built-in one */
export function changeStrength(before: StrengthDocument, change: unknown, at: string): StrengthDocument {
  requireCustom(before)
  return { ...before, ...strengthChange(change, ''), modifiedDateTime: at }
}

/**
 * Put all that can be said of a strength in the place of what was said.
 *
 * @throws DocumentRefusal also for a built-in one
 */
export function replaceStrength(before: StrengthDocument, body: unknown, at: string): StrengthDocument {
  requireCustom(before)
  const { id, createdDateTime } = before
  return { ...readStrength(body, { id, at }), createdDateTime }
}

/** Put other combinations in the place of those a strength has. @throws DocumentRefusal also for a built-in one */
export function changeCombinations(before: StrengthDocument, body: unknown, at: string): StrengthDocument {
  requireCustom(before)
  const { allowedCombinations } = object({ allowedCombinations: combinations })(body, '')
  return finish({ ...before, allowedCombinations, modifiedDateTime: at })
}

/** Say which passkeys count; there is one such rule at most. @throws DocumentRefusal also for a built-in one */
export function putCombinationConfiguration(
  before: StrengthDocument,
  body: unknown,
  { id, at }: StrengthStamp,
): StrengthDocument {
  requireCustom(before)
  const read = { ...configuration(body, ''), id }
  const others = before.combinationConfigurations.filter((each) => each.id !== id)
  if (others.length > 0) {
    throw new DocumentRefusal('appliesToCombinations', 'is configured already: change that configuration')
  }
  return finish({ ...before, combinationConfigurations: [read], modifiedDateTime: at })
}

/** Let every passkey count again. @throws DocumentRefusal for a built-in one */
export function removeCombinationConfiguration(
  before: StrengthDocument,
  id: string,
  at: string,
): StrengthDocument {
  requireCustom(before)
  const combinationConfigurations = before.combinationConfigurations.filter((each) => each.id !== id)
  return { ...before, combinationConfigurations, modifiedDateTime: at }
}

function finish(document: Omit<StrengthDocument, 'requirementsSatisfied'>): StrengthDocument {
  for (const { appliesToCombinations } of document.combinationConfigurations) {
    for (const applied of appliesToCombinations) {
      if (applied !== 'fido2') {
        throw new DocumentRefusal('appliesToCombinations', 'only fido2 can be narrowed to models')
      }
      if (!document.allowedCombinations.includes(applied)) {
        throw new DocumentRefusal('appliesToCombinations', 'is not one of the allowed combinations')
      }
    }
  }
  const single = document.allowedCombinations.some((name) => gradeOf(name) === 'single')
  return { ...document, requirementsSatisfied: single ? 'none' : 'mfa' }
}

function requireCustom({ policyType }: StrengthDocument): void {
  if (policyType === 'builtIn') throw new DocumentRefusal('', 'a built-in strength cannot be changed')
}

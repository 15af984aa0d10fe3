import { type StrengthName, strengthNames } from '../strength.ts'
import { builtInStrengthDocuments, strengthIdOf } from './built-in-strengths.ts'
import { compileStrength, type Strength, singleFactorStrength } from './compile-strength.ts'

const byId = new Map(builtInStrengthDocuments.map((document) => [document.id, compileStrength(document)]))

const byName = new Map<StrengthName, Strength>(
  strengthNames.map((name) => [name, byId.get(strengthIdOf[name]) ?? singleFactorStrength]),
)

/** Get a built-in strength, ready to be held against. */
export function strengthByName(name: StrengthName): Strength {
  return byName.get(name) ?? singleFactorStrength
}

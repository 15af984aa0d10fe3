/** What a sentence of the guide can name. Empty where a step names nothing of the kind. */
export interface GuideValues {
  /** What keeps the passkey: `Apple Passwords`, `Contoso Authenticator`. */
  readonly name: string
  /** The least version of the system: `17`. */
  readonly least: string
}

/** A sentence, or how it is made from values. */
export type GuideWord = string | ((values: GuideValues) => string)

/** One step: what it is, what to do, in order, and what to know if something else is seen. */
export interface GuideStepWords {
  readonly title: GuideWord
  readonly lines: readonly GuideWord[]
  readonly hint?: GuideWord
}

/** A step, said. */
export interface SaidGuideStep {
  readonly title: string
  readonly lines: readonly string[]
  readonly hint?: string
}

/** Say a step with its values. */
export function sayGuideStep({ title, lines, hint }: GuideStepWords, values: GuideValues): SaidGuideStep {
  const say = (word: GuideWord) => (typeof word === 'function' ? word(values) : word)
  return { title: say(title), lines: lines.map(say), ...(hint !== undefined && { hint: say(hint) }) }
}

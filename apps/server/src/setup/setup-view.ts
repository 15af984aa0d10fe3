import type { GuidePlan } from '@latchkey/guidance'
import type { Tenant } from '@latchkey/identity'
import type { GuideOverride } from '@latchkey/rollout'
import { type Language, loadWords, type Words } from '@latchkey/words'
import { type GuideWords, loadGuideWords } from '@latchkey/words/guide'
import { loadSetupWords, type SetupWords } from '@latchkey/words/setup'
import type { SetupAsk } from './setup-ask.ts'

/** Everything the guide says, in one language. */
export interface GuideSaid {
  readonly said: Words
  readonly guide: GuideWords
  readonly setup: SetupWords
}

/** Load what the guide says in a language. */
export async function loadGuideSaid(language: Language): Promise<GuideSaid> {
  const [said, guide, setup] = await Promise.all([
    loadWords(language),
    loadGuideWords(language),
    loadSetupWords(language),
  ])
  return { said, guide, setup }
}

/** What a page of the guide is made of. */
export interface SetupView extends GuideSaid {
  readonly ask: SetupAsk
  readonly tenant: Tenant
  readonly plan: GuidePlan
  /** Of the visitor's system, where it is told. */
  readonly version?: string | undefined
  /** What the organisation says instead, by step. */
  readonly overrides: ReadonlyMap<string, GuideOverride>
  /** Ours. */
  readonly url: URL
}

import type { CampaignWords } from './campaign/english.ts'
import type { Language } from './language.ts'

export {
  type CampaignEdits,
  type CampaignFacts,
  type CampaignMailName,
  type CampaignMailParts,
  type CampaignWay,
  campaignPlaceholders,
  composeCampaignMail,
} from './campaign/compose-campaign-mail.ts'
export type { CampaignWords } from './campaign/english.ts'
export { toCampaignHtml, toCampaignText } from './campaign/write-campaign-mail.ts'

const catalogues: Record<Language, () => Promise<CampaignWords>> = {
  en: async () => (await import('./campaign/english.ts')).english,
  de: async () => (await import('./campaign/german.ts')).german,
  fr: async () => (await import('./campaign/french.ts')).french,
  es: async () => (await import('./campaign/spanish.ts')).spanish,
  ja: async () => (await import('./campaign/japanese.ts')).japanese,
}

/** Load what the mails and the posters of a campaign say in a language. Nothing else says it. */
export function loadCampaignWords(language: Language): Promise<CampaignWords> {
  return catalogues[language]()
}

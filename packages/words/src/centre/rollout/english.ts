import { nudgeWords } from '../../catalogue/nudge.ts'
import { campaign } from '../en/campaign.ts'
import { rolloutGuide } from '../en/rollout-guide.ts'
import { rolloutMails } from '../en/rollout-mails.ts'
import { rolloutNumbers } from '../en/rollout-numbers.ts'
import { waves } from '../en/waves.ts'

/** What the pages about the rollout say in English. */
export const english = {
  campaign,
  nudgePage: nudgeWords,
  rolloutGuide,
  rolloutMails,
  rolloutNumbers,
  waves,
}

/** Every word that only the pages about the rollout say. */
export type RolloutWords = typeof english

import { nudgeWords } from '../../catalogue/fr/nudge.ts'
import { campaign } from '../fr/campaign.ts'
import { rolloutGuide } from '../fr/rollout-guide.ts'
import { rolloutMails } from '../fr/rollout-mails.ts'
import { rolloutNumbers } from '../fr/rollout-numbers.ts'
import { waves } from '../fr/waves.ts'
import type { RolloutWords } from './english.ts'

/** What the pages about the rollout say in French. */
export const french: RolloutWords = {
  campaign,
  nudgePage: nudgeWords,
  rolloutGuide,
  rolloutMails,
  rolloutNumbers,
  waves,
}

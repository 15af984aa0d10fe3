import { nudgeWords } from '../../catalogue/es/nudge.ts'
import { campaign } from '../es/campaign.ts'
import { rolloutGuide } from '../es/rollout-guide.ts'
import { rolloutMails } from '../es/rollout-mails.ts'
import { rolloutNumbers } from '../es/rollout-numbers.ts'
import { waves } from '../es/waves.ts'
import type { RolloutWords } from './english.ts'

/** What the pages about the rollout say in Spanish. */
export const spanish: RolloutWords = {
  campaign,
  nudgePage: nudgeWords,
  rolloutGuide,
  rolloutMails,
  rolloutNumbers,
  waves,
}

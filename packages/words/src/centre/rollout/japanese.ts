import { nudgeWords } from '../../catalogue/ja/nudge.ts'
import { campaign } from '../ja/campaign.ts'
import { rolloutGuide } from '../ja/rollout-guide.ts'
import { rolloutMails } from '../ja/rollout-mails.ts'
import { rolloutNumbers } from '../ja/rollout-numbers.ts'
import { waves } from '../ja/waves.ts'
import type { RolloutWords } from './english.ts'

/** What the pages about the rollout say in Japanese. */
export const japanese: RolloutWords = {
  campaign,
  nudgePage: nudgeWords,
  rolloutGuide,
  rolloutMails,
  rolloutNumbers,
  waves,
}

import { nudgeWords } from '../../catalogue/de/nudge.ts'
import { campaign } from '../de/campaign.ts'
import { rolloutGuide } from '../de/rollout-guide.ts'
import { rolloutMails } from '../de/rollout-mails.ts'
import { rolloutNumbers } from '../de/rollout-numbers.ts'
import { waves } from '../de/waves.ts'
import type { RolloutWords } from './english.ts'

/** What the pages about the rollout say in German. */
export const german: RolloutWords = {
  campaign,
  nudgePage: nudgeWords,
  rolloutGuide,
  rolloutMails,
  rolloutNumbers,
  waves,
}

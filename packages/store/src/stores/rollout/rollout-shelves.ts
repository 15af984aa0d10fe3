import type { RolloutShelves } from '@latchkey/rollout'
import type { Database } from '../../database.ts'
import { campaignMailStore } from './campaign-mail-store.ts'
import { campaignMailTextStore } from './campaign-mail-text-store.ts'
import { funnelStore } from './funnel-store.ts'
import { guideOverrideStore } from './guide-override-store.ts'
import { guidePictureStore } from './guide-picture-store.ts'
import { newerSystemStore } from './newer-system-store.ts'
import { nudgeStore } from './nudge-store.ts'
import { pilotStore } from './pilot-store.ts'
import { preflightStore } from './preflight-store.ts'
import { wavePersonStore } from './wave-person-store.ts'
import { waveStore } from './wave-store.ts'

/** The stores that a rollout needs, over one database or one unit of work in it. */
export const rolloutShelvesOn = (db: Database): RolloutShelves => ({
  nudges: nudgeStore(db),
  preflights: preflightStore(db),
  pilots: pilotStore(db),
  funnel: funnelStore(db),
  waves: waveStore(db),
  wavePeople: wavePersonStore(db),
  campaignMails: campaignMailStore(db),
  campaignMailTexts: campaignMailTextStore(db),
  guideOverrides: guideOverrideStore(db),
  guidePictures: guidePictureStore(db),
  newerSystems: newerSystemStore(db),
})

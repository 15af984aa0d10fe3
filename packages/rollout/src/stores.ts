import type { Shelves, Stores } from '@latchkey/identity'
import type { NudgeStore } from './campaign/nudge-store.ts'
import type { FunnelStore } from './funnel/funnel-store.ts'
import type { GuideOverrideStore, GuidePictureStore, NewerSystemStore } from './guide/guide-store.ts'
import type { CampaignMailTextStore } from './mails/campaign-mail-settings.ts'
import type { CampaignMailStore } from './mails/campaign-mail-store.ts'
import type { PilotStore } from './pilot/pilot-store.ts'
import type { PreflightStore } from './preflight/preflight-store.ts'
import type { WavePersonStore } from './waves/wave-person.ts'
import type { WaveStore } from './waves/wave-store.ts'

/** The stores that a rollout needs beside those of identity. Each method is one atomic statement, or a read. */
export interface RolloutShelves {
  readonly nudges: NudgeStore
  readonly preflights: PreflightStore
  readonly pilots: PilotStore
  readonly funnel: FunnelStore
  readonly waves: WaveStore
  readonly wavePeople: WavePersonStore
  readonly campaignMails: CampaignMailStore
  readonly campaignMailTexts: CampaignMailTextStore
  readonly guideOverrides: GuideOverrideStore
  readonly guidePictures: GuidePictureStore
  readonly newerSystems: NewerSystemStore
}

/** Every store there is. */
export type RolloutStores = Stores<Shelves & RolloutShelves>

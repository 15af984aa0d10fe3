import type { CampaignMailPayload } from '@latchkey/rollout'
import { z } from 'zod'

/** What the outbox says about a campaign mail. */
export const CampaignPayload: z.ZodType<CampaignMailPayload> = z.object({
  campaignMailId: z.string(),
  token: z.string(),
})

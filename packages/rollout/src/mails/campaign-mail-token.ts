import { type Deps, newSecret, openSealed, sha256 } from '@latchkey/identity'

const purpose = 'campaign mail'

/** The token of a mail's link: to be kept as a hash, and sealed until the mail is on its way. */
export interface CampaignMailToken {
  readonly hash: Uint8Array
  /** base64url. */
  readonly sealed: string
}

/** Make the token of a mail: random, so that it says nothing of whom it was sent to. */
export function makeCampaignMailToken(
  deps: Pick<Deps, 'random' | 'keyring'>,
  mailId: string,
): CampaignMailToken {
  const token = newSecret(deps)
  const bytes = deps.keyring.seal(purpose, new TextEncoder().encode(token), boundOf(mailId))
  return { hash: sha256(token), sealed: Buffer.from(bytes).toString('base64url') }
}

/** Open a sealed token, to write it into its mail. @throws IdentityRefusal `sealed_unreadable` */
export async function openCampaignMailToken(
  deps: Pick<Deps, 'stores' | 'keyring' | 'now'>,
  mailId: string,
  sealed: string,
): Promise<string> {
  const bytes = await openSealed(
    deps,
    purpose,
    new Uint8Array(Buffer.from(sealed, 'base64url')),
    boundOf(mailId),
  )
  return new TextDecoder().decode(bytes)
}

function boundOf(mailId: string): Uint8Array {
  return new TextEncoder().encode(mailId)
}
